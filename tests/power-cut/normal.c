// The control, preloaded beside the recorder: what the server says to SQLite as synchronous=FULL
// arrives as NORMAL.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int sqlite3_exec(sqlite3* db, const char* sql, int (*row)(void*, int, char**, char**), void* context,
                 char** error) {
    static int (*real)(sqlite3*, const char*, int (*)(void*, int, char**, char**), void*, char**);
    if (!real) *(void**)&real = dlsym(RTLD_NEXT, "sqlite3_exec");
    static const char full[] = "synchronous=FULL", normal[] = "synchronous=NORMAL";
    const char* at = sql ? strstr(sql, full) : NULL;
    if (!at) return real(db, sql, row, context, error);

    char* changed = malloc(strlen(sql) + sizeof normal);
    sprintf(changed, "%.*s%s%s", (int)(at - sql), sql, normal, at + sizeof full - 1);
    const int result = real(db, changed, row, context, error);
    free(changed);
    return result;
}
