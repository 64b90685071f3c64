// Preloaded into the server: writes down, in order, everything that it does to the files below
// KIEMKRING_RECORD_ROOT, with the bytes and CLOCK_MONOTONIC, into KIEMKRING_RECORD_LOG. disk.py reads
// it.
//
// A change is written down before it is made, so that a kill in between leaves no write that is missing
// in the record; a sync has a record of its begin and one of its end, which is written only when it
// returned well. What the record does not know of (mmap, sendfile, a libc call that is not below)
// shows, because replay.py compares its end with the real folder.
#define _GNU_SOURCE
#undef _FILE_OFFSET_BITS
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

_Static_assert(sizeof(off_t) == 8, "pwrite and pwrite64 are one function here");

enum { descriptors_max = 1 << 16 };

// One record; `bytes` of payload follow. Fixed: disk.py has the same.
struct record {
    uint64_t time_ns, inode;
    int64_t offset;
    uint32_t bytes;
    char kind, unused[3];
};

static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static uint64_t inode_of[descriptors_max];  // 0: not ours
static char root[PATH_MAX];
static size_t root_length;
static int log_file = -1;

static _Noreturn void give_up(const char* why) {
    dprintf(STDERR_FILENO, "recorder: %s\n", why);
    abort();
}

// The function of the same name that comes after us.
#define REAL(result, name, ...)                          \
    static result (*real)(__VA_ARGS__);                  \
    if (!real) *(void**)&real = dlsym(RTLD_NEXT, #name); \
    if (!real) give_up("no " #name);

static void put(char kind, uint64_t inode, int64_t offset, const struct iovec* parts, int count) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    struct record head = {.time_ns = (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec,
                          .inode = inode,
                          .offset = offset,
                          .kind = kind};
    struct iovec all[16] = {{&head, sizeof head}};
    if (count > 15) give_up("too many parts");
    for (int i = 0; i < count; ++i) {
        all[i + 1] = parts[i];
        head.bytes += (uint32_t)parts[i].iov_len;
    }
    // Raw, so that neither our own wrappers nor a buffer stand between.
    if (syscall(SYS_writev, log_file, all, count + 1) != (long)(sizeof head + head.bytes))
        give_up("the record cannot be written");
}

static void put_text(char kind, uint64_t inode, const char* text) {
    const struct iovec part = {(void*)text, strlen(text)};
    put(kind, inode, 0, &part, 1);
}

/// The name below the root, or NULL when the path is not one of ours.
static const char* below_root(const char* path, char* buffer) {
    if (log_file < 0) return NULL;
    if (path[0] != '/') {
        if (!getcwd(buffer, PATH_MAX) || strlen(buffer) + strlen(path) + 2 > PATH_MAX) return NULL;
        strcat(strcat(buffer, "/"), path);
        path = buffer;
    }
    if (strncmp(path, root, root_length) != 0 || path[root_length] != '/') return NULL;
    const char* name = path + root_length + 1;
    // SQLite keeps no shared memory here, and it would be made anew.
    const size_t length = strlen(name);
    return length > 4 && strcmp(name + length - 4, "-shm") == 0 ? NULL : name;
}

static uint64_t inode_at(const char* path) {
    struct stat at;
    return lstat(path, &at) == 0 ? at.st_ino : 0;
}

static uint64_t tracked(int fd) {
    return fd >= 0 && fd < descriptors_max ? __atomic_load_n(&inode_of[fd], __ATOMIC_ACQUIRE) : 0;
}
static void track(int fd, uint64_t inode) {
    if (fd >= descriptors_max && inode) give_up("too many descriptors");
    if (fd >= 0 && fd < descriptors_max) __atomic_store_n(&inode_of[fd], inode, __ATOMIC_RELEASE);
}

__attribute__((constructor)) static void begin(void) {
    const char* folder = getenv("KIEMKRING_RECORD_ROOT");
    const char* log = getenv("KIEMKRING_RECORD_LOG");
    if (!folder || !log || !realpath(folder, root)) return;
    root_length = strlen(root);
    log_file = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (log_file < 0) give_up("the record cannot be opened");
    put_text('P', 0, "a process starts");
}

// ---- opening

static int opened(const char* path, int flags, mode_t mode) {
    REAL(int, open64, const char*, int, mode_t)
    char buffer[PATH_MAX];
    const char* name = below_root(path, buffer);
    const int is_root = log_file >= 0 && strcmp(path, root) == 0;
    if (!name && !is_root) {
        const int fd = real(path, flags, mode);
        track(fd, 0);
        return fd;
    }
    pthread_mutex_lock(&order);
    const int is_new = !is_root && !inode_at(path);
    const int fd = real(path, flags, mode);
    const int error = errno;
    struct stat file;
    if (fd >= 0 && fstat(fd, &file) == 0) {
        track(fd, file.st_ino);
        if (is_new)
            put_text('C', file.st_ino, name);
        else if (flags & O_TRUNC)
            put('T', file.st_ino, 0, NULL, 0);
    }
    pthread_mutex_unlock(&order);
    errno = error;
    return fd;
}

int open(const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? (mode_t)va_arg(more, int) : 0;
    va_end(more);
    return opened(path, flags, mode);
}
int open64(const char* path, int flags, ...) __attribute__((alias("open")));

int creat(const char* path, mode_t mode) {
    return opened(path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}
int creat64(const char* path, mode_t mode) __attribute__((alias("creat")));

int close(int fd) {
    REAL(int, close, int)
    track(fd, 0);
    return real(fd);
}

// ---- contents

static size_t length_of(const struct iovec* parts, int count) {
    size_t length = 0;
    for (int i = 0; i < count; ++i) length += parts[i].iov_len;
    return length;
}

/// Locks; `written` unlocks.
static void writes(uint64_t inode, int64_t offset, const struct iovec* parts, int count) {
    pthread_mutex_lock(&order);
    put('W', inode, offset, parts, count);
}

static ssize_t written(ssize_t done, size_t wanted) {
    if (done < 0 || (size_t)done != wanted)
        give_up("a write was not done whole: that cannot be replayed");
    pthread_mutex_unlock(&order);
    return done;
}

/// Where a write without an offset goes.
static int64_t end_or_here(int fd) {
    struct stat file;
    if ((fcntl(fd, F_GETFL) & O_APPEND) && fstat(fd, &file) == 0) return file.st_size;
    return lseek(fd, 0, SEEK_CUR);
}

ssize_t write(int fd, const void* from, size_t bytes) {
    REAL(ssize_t, write, int, const void*, size_t)
    const uint64_t inode = tracked(fd);
    if (!inode) return real(fd, from, bytes);
    writes(inode, end_or_here(fd), &(struct iovec){(void*)from, bytes}, 1);
    return written(real(fd, from, bytes), bytes);
}

ssize_t pwrite(int fd, const void* from, size_t bytes, off_t offset) {
    REAL(ssize_t, pwrite, int, const void*, size_t, off_t)
    const uint64_t inode = tracked(fd);
    if (!inode) return real(fd, from, bytes, offset);
    writes(inode, offset, &(struct iovec){(void*)from, bytes}, 1);
    return written(real(fd, from, bytes, offset), bytes);
}
ssize_t pwrite64(int fd, const void* from, size_t bytes, off_t offset) __attribute__((alias("pwrite")));

ssize_t writev(int fd, const struct iovec* parts, int count) {
    REAL(ssize_t, writev, int, const struct iovec*, int)
    const uint64_t inode = tracked(fd);
    if (!inode) return real(fd, parts, count);
    writes(inode, end_or_here(fd), parts, count);
    return written(real(fd, parts, count), length_of(parts, count));
}

ssize_t pwritev(int fd, const struct iovec* parts, int count, off_t offset) {
    REAL(ssize_t, pwritev, int, const struct iovec*, int, off_t)
    const uint64_t inode = tracked(fd);
    if (!inode) return real(fd, parts, count, offset);
    writes(inode, offset, parts, count);
    return written(real(fd, parts, count, offset), length_of(parts, count));
}
ssize_t pwritev64(int fd, const struct iovec* parts, int count, off_t offset)
    __attribute__((alias("pwritev")));

// ---- sizes

int ftruncate(int fd, off_t size) {
    REAL(int, ftruncate, int, off_t)
    const uint64_t inode = tracked(fd);
    if (!inode) return real(fd, size);
    pthread_mutex_lock(&order);
    put('T', inode, size, NULL, 0);
    if (real(fd, size) != 0) give_up("a file did not change its size");
    pthread_mutex_unlock(&order);
    return 0;
}
int ftruncate64(int fd, off_t size) __attribute__((alias("ftruncate")));

int truncate(const char* path, off_t size) {
    const int fd = opened(path, O_WRONLY | O_CLOEXEC, 0);
    if (fd < 0) return -1;
    const int result = ftruncate(fd, size);
    const int error = errno;
    close(fd);
    errno = error;
    return result;
}
int truncate64(const char* path, off_t size) __attribute__((alias("truncate")));

int posix_fallocate(int fd, off_t from, off_t bytes) {
    REAL(int, posix_fallocate, int, off_t, off_t)
    const uint64_t inode = tracked(fd);
    if (!inode) return real(fd, from, bytes);
    pthread_mutex_lock(&order);
    put('A', inode, from + bytes, NULL, 0);
    if (real(fd, from, bytes) != 0) give_up("no space was set aside");
    pthread_mutex_unlock(&order);
    return 0;
}
int posix_fallocate64(int fd, off_t from, off_t bytes) __attribute__((alias("posix_fallocate")));

int fallocate(int fd, int mode, off_t from, off_t bytes) {
    REAL(int, fallocate, int, int, off_t, off_t)
    if (tracked(fd)) give_up("fallocate is not recorded");
    return real(fd, mode, from, bytes);
}
int fallocate64(int fd, int mode, off_t from, off_t bytes) __attribute__((alias("fallocate")));

// ---- names, written down after they changed: load.mjs kills nobody who makes or removes one

/// Locks; `renamed` unlocks.
static void renames(void) {
    pthread_mutex_lock(&order);
}

static int renamed(int result, char kind, uint64_t inode, const char* text) {
    const int error = errno;
    if (result == 0) put_text(kind, inode, text);
    pthread_mutex_unlock(&order);
    errno = error;
    return result;
}

static int removed(const char* path, int (*real)(const char*)) {
    char buffer[PATH_MAX];
    const char* name = below_root(path, buffer);
    if (!name) return real(path);
    renames();
    return renamed(real(path), 'U', 0, name);
}
int unlink(const char* path) {
    REAL(int, unlink, const char*)
    return removed(path, real);
}
int rmdir(const char* path) {
    REAL(int, rmdir, const char*)
    return removed(path, real);
}
int remove(const char* path) {
    REAL(int, remove, const char*)
    return removed(path, real);
}

int mkdir(const char* path, mode_t mode) {
    REAL(int, mkdir, const char*, mode_t)
    char buffer[PATH_MAX];
    const char* name = below_root(path, buffer);
    if (!name) return real(path, mode);
    renames();
    const int result = real(path, mode);
    return renamed(result, 'M', result == 0 ? inode_at(path) : 0, name);
}

static int moved(const char* from, const char* to, char kind, int (*real)(const char*, const char*)) {
    char buffer[PATH_MAX], other[PATH_MAX], both[2 * PATH_MAX];
    const char *old_name = below_root(from, buffer), *new_name = below_root(to, other);
    if (!old_name && !new_name) return real(from, to);
    if (!old_name || !new_name) give_up("a name moves over the edge of the folder");
    snprintf(both, sizeof both, "%s\n%s", old_name, new_name);
    renames();
    return renamed(real(from, to), kind, 0, both);
}
int rename(const char* from, const char* to) {
    REAL(int, rename, const char*, const char*)
    return moved(from, to, 'R', real);
}
int link(const char* from, const char* to) {
    REAL(int, link, const char*, const char*)
    return moved(from, to, 'L', real);
}

// ---- syncs

static int synced(int fd, int (*real)(int)) {
    const uint64_t inode = tracked(fd);
    if (!inode) return real(fd);
    pthread_mutex_lock(&order);
    put('B', inode, fd, NULL, 0);
    pthread_mutex_unlock(&order);
    const int result = real(fd);  // others go on meanwhile
    const int error = errno;
    pthread_mutex_lock(&order);
    if (result == 0) put('E', inode, fd, NULL, 0);
    pthread_mutex_unlock(&order);
    errno = error;
    return result;
}
int fsync(int fd) {
    REAL(int, fsync, int)
    return synced(fd, real);
}
int fdatasync(int fd) {
    REAL(int, fdatasync, int)
    return synced(fd, real);
}
