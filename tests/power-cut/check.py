"""What must be in a database after a power cut: reads what heard.mjs wrote down and compares."""
import bisect
import glob
import hashlib
import json
import os
import sqlite3

DATABASE = 'data/kiemkring.db'
# The second is raised for what SQLite says about names that are no letters any more.
DAMAGED = (sqlite3.DatabaseError, UnicodeDecodeError)


class Promises:
    """What the server had promised until a time, which only goes forward."""

    def __init__(self, path):
        with open(path, encoding='utf8') as file:
            notes = [json.loads(line) for line in file]
        self.asked = {(n['client'], n['n']): n for n in notes if n['what'] == 'asked'}
        self.to_come = sorted((n for n in notes if n['what'] != 'asked'), key=lambda n: n['t'], reverse=True)
        self.first = self.to_come[-1]['t']
        # Nobody wrote down when the deletion was asked for.
        self.going = {n['what'].rsplit('/', 1)[-1] for n in notes if n['what'].startswith('DELETE')}
        self.answers, self.hashes, self.names = {}, {}, set()
        self.sessions, self.deleted, self.backups = set(), set(), set()

    def give_earlier(self, syncs):
        """Every answer at the begin of the sync that it waited for, one of (begin, end)."""
        ends = [end for _, end in syncs]
        for note in self.to_come:
            at = bisect.bisect(ends, note['t']) - 1
            if note['what'] == 'answer' and at >= 0:
                note['t'] = syncs[at][0] + 1
        self.to_come.sort(key=lambda note: note['t'], reverse=True)

    def until(self, time):
        while self.to_come and self.to_come[-1]['t'] < time:
            note = self.to_come.pop()
            what, body = note['what'], note.get('body')
            if what == 'answer':
                self.answers[note['client'], note['n']] = (note['ok'], note['id'])
            elif what in ('POST /api/join', 'POST /api/pair'):
                self.hashes[hashlib.sha256(note['token'].encode()).hexdigest()] = what
            elif what == 'POST /api/setup':
                self.names.add(body['name'])
            elif what == 'POST /api/sessions':
                self.sessions.add(body['id'])
            elif what.startswith('DELETE /api/sessions/'):
                self.deleted.add(what.rsplit('/', 1)[-1])
            elif what == 'backup':
                self.backups.add(note['name'])

    def count(self):
        return sum(map(len, (self.answers, self.hashes, self.names, self.sessions, self.deleted, self.backups)))

    def compare(self, stored):
        """Sentences about what is lost, and about what is not as it was asked."""
        lost = [f'answer {n} to {client} is missing' for client, n in self.answers.keys() - stored.answers.keys()]
        lost += [f'{self.hashes[h]} of {h[:8]} is missing' for h in self.hashes.keys() - stored.hashes]
        lost += [f'organiser {name} is missing' for name in self.names - stored.names]
        lost += [f'session {session} is missing' for session in self.sessions - self.going - stored.sessions]
        lost += [f'session {session} is there again' for session in self.deleted & stored.sessions]
        lost += [f'backup {name} is missing' for name in self.backups - stored.backups.keys()]
        if self.names and not stored.logins:
            lost.append('the login is missing')

        wrong = [f'answer {key} should be {answer} and is {stored.answers[key]}' for key, answer in self.answers.items()
                 if stored.answers.get(key, answer) != answer]
        wrong += [f'{key} was never asked' for key in stored.answers.keys() - self.asked.keys()]
        # An answer, its event and its text are one transaction.
        texts = {self.asked[key].get('text') for key in stored.answers.keys() & self.asked.keys()} - {None}
        wrong += [f'text without its answer, or the other way round: {text}' for text in texts ^ stored.texts]
        wrong += [f'session {session} has {count} events up to {highest}' for session, count, highest in stored.events
                  if count != highest]
        wrong += [f'backup {name}: {trouble}' for name, trouble in stored.backups.items() if trouble]
        return lost, wrong

    def ideas(self, stored):
        """What an export of these answers should say: the text of every idea."""
        ideas = {}
        for key, (ok, made) in sorted(stored.answers.items()):
            asked = self.asked[key]
            if ok and asked.get('text'):
                ideas[asked.get('idea') or made] = asked['text']
        return ideas


class Stored:
    def __init__(self):
        self.answers, self.hashes, self.names, self.sessions, self.texts, self.events = {}, set(), set(), set(), set(), []
        self.logins = 0
        self.backups = {}  # name -> what is wrong with it, or None


looked_at = {}  # the same backup is in most images


def trouble_in_backup(path):
    """A backup has its name only when it is whole. `kiemkring verify` looks at the hashes too, see started.py."""
    with open(path, 'rb') as file:
        content = file.read()
    if content not in looked_at:
        db = sqlite3.connect(path)
        try:
            found = db.execute('PRAGMA integrity_check(1)').fetchone()[0]
            tables = db.execute('SELECT name, rows FROM backup_tables').fetchall()
            for name, rows in tables:
                if db.execute(f'SELECT count(*) FROM {name}').fetchone()[0] != rows:
                    found = f'{name} has not {rows} rows'
            looked_at[content] = None if found == 'ok' and tables else found
        except DAMAGED as error:
            looked_at[content] = str(error)
        finally:
            db.close()
    return looked_at[content]


def read_image(folder):
    """What a server would find; raises one of DAMAGED when SQLite cannot recover the database."""
    stored = read_database(folder)
    for path in glob.glob(f'{folder}/**/*.kiemkring-backup', recursive=True):
        stored.backups[os.path.relpath(path, folder)] = trouble_in_backup(path)
    return stored


def read_database(folder):
    stored = Stored()
    if not os.path.exists(f'{folder}/{DATABASE}'):
        return stored
    db = sqlite3.connect(f'{folder}/{DATABASE}', isolation_level=None)
    try:
        db.execute('PRAGMA locking_mode=EXCLUSIVE')
        verdict = db.execute('PRAGMA integrity_check(1)').fetchone()[0]
        if verdict != 'ok':
            raise sqlite3.DatabaseError(verdict)
        if not db.execute('SELECT count(*) FROM sqlite_schema').fetchone()[0]:
            return stored
        column = lambda question: {row[0] for row in db.execute(question)}
        both = lambda columns, table: f'SELECT {columns} FROM {table} UNION ALL SELECT {columns} FROM recent_{table}'
        for client, n, made, refusal in db.execute(both('client, n, made_id, refusal', 'answers')):
            stored.answers[client, n] = (refusal is None, made)
        stored.hashes = column('SELECT token_hash FROM people UNION SELECT token_hash FROM paired')
        stored.names = column('SELECT name FROM organisers')
        stored.sessions = column('SELECT session FROM summaries')
        stored.texts = column(both('body', 'texts'))
        stored.events = db.execute(
            f"SELECT session, count(*), max(version) FROM ({both('session, version', 'events')}) GROUP BY session").fetchall()
        stored.logins = db.execute('SELECT count(*) FROM logins').fetchone()[0]
        return stored
    finally:
        db.close()
