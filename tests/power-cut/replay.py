#!/usr/bin/env python3
"""Cuts the power at random moments of a recorded load and opens what is left each time.

The folder is one that load.mjs filled. Every number of a cut has its own dice, so `--first I --cuts 1` with the same seed
repeats it.
"""
import argparse
import collections
import os
import random
import shutil
import sys
import tempfile

from check import DAMAGED, DATABASE, Promises, read_image
from disk import Cut, Disk, Folder, records_of, write_out
from started import troubles_of

FORGOTTEN = {
    'nothing': lambda node: False,
    'wal': lambda node: node.name.endswith('-wal'),
    'database': lambda node: node.name == os.path.basename(DATABASE),
    'names': lambda node: isinstance(node, Folder),
}
LABELS = (('.part', 'backups'), ('-wal', 'log'), ('-journal', 'journal'), (DATABASE, 'database'))
STARTS_EVERY = 250
FAILURES_SHOWN = 5


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('folder')
    parser.add_argument('--binary', required=True)
    parser.add_argument('--cuts', type=int, default=5000)
    parser.add_argument('--first', type=int, default=0)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--failed', default='failed', help='where images that failed are kept')
    parser.add_argument('--control', help='a replay without losses or damage fails', action='store_true')
    parser.add_argument('--forget', choices=FORGOTTEN, default='nothing', help='syncs of these do nothing: a control')
    parser.add_argument('--early', help='as if answers had left when the sync before them began: a control', action='store_true')
    return parser.parse_args()


def label(name):
    """Short, to count by."""
    return next((label for part, label in LABELS if part in f'data/{name}'), name)


def differences(disk, folder):
    """Between the record, played to its end, and the real folder: what the recorder missed."""
    left = disk.after(Cut(random.Random(0), [], 'kept'))
    found = {}
    for at, folders, files in os.walk(folder):
        for name in folders + files:
            path = os.path.join(at, name)
            is_file = os.path.isfile(path)
            if is_file or os.path.isdir(path):  # no socket
                found[os.path.relpath(path, folder)] = path if is_file else None
    different = [f'{path} is in one of them' for path in left.keys() ^ found.keys()]
    for path in left.keys() & found.keys():
        if left[path] is None:
            continue
        with open(found[path], 'rb') as file:
            if file.read() != left[path].data.ljust(left[path].size, b'\0'):
                different.append(f'{path} differs')
    return different


class Record:
    """What was written down, and where in it the moments are that deserve more cuts than their share."""

    def __init__(self, path, first_promise):
        self.records = records_of(path)
        self.creation = next(i for i, record in enumerate(self.records) if record[0] > first_promise)
        self.syncs = collections.Counter()
        self.checkpoints = 0  # that moved something
        self.in_checkpoint = []
        self.log_syncs = []  # (begin, end) in ns
        name_of, begun, has_moved = {}, {}, False
        for position, (_, inode, offset, kind, content) in enumerate(self.records):
            if kind in 'CM':
                name_of[inode] = 'folders' if kind == 'M' else content.decode()
            name = name_of.get(inode, 'folders')
            if kind == 'E':
                self.syncs[label(name)] += 1
                if name == f'{DATABASE}-wal':
                    self.log_syncs.append((self.records[begun[inode]][0], self.records[position][0]))
            if kind == 'B':
                begun[inode] = position
            if name == DATABASE and kind in 'WBE':
                self.in_checkpoint.append(position)
                has_moved |= kind == 'W'
            if name == f'{DATABASE}-wal' and kind == 'T' and offset == 0:
                self.in_checkpoint.append(position)
                self.checkpoints += has_moved
                has_moved = False

    def positions(self, dice):
        """Where one cut is: after so many records."""
        luck = dice.random()
        if luck < 0.1:  # of a folder that nobody has been promised anything of, nothing may be left
            return dice.randint(0, self.creation)
        if luck < 0.3:
            return dice.choice(self.in_checkpoint) + dice.randint(0, 1)
        return dice.randint(0, len(self.records))


class Replay:
    def __init__(self, options):
        self.options = options
        self.promises = Promises(f'{options.folder}/heard')
        self.record = Record(f'{options.folder}/writes', self.promises.first)
        if options.early:
            self.promises.give_earlier(self.record.log_syncs)
        self.kinds, self.unsynced = collections.Counter(), collections.Counter()
        self.promised = self.lost = self.with_loss = self.corrupt = self.started = 0

    def run(self):
        """Sentences when the record is not whole."""
        records, options = self.record.records, self.options
        cuts = []
        for number in range(options.first, options.first + options.cuts):
            dice = random.Random(options.seed << 32 | number)
            cuts.append((self.record.positions(dice), number, dice))
        disk = Disk(FORGOTTEN[options.forget])
        # In memory where there is some: nothing here needs to last.
        memory = '/dev/shm' if os.access('/dev/shm', os.W_OK) else None
        with tempfile.TemporaryDirectory(prefix='kiemkring-power-cut-', dir=memory) as scratch:
            for position, number, dice in sorted(cuts, key=lambda cut: cut[:2]):
                while disk.position < position:
                    disk.apply(records[disk.position])
                # Everything heard before the next thing was done must be there.
                self.promises.until(records[position][0] if position < len(records) else float('inf'))
                self.cut_off(disk, number, dice, f'{scratch}/{number}')
        while disk.position < len(records):
            disk.apply(records[disk.position])
        return differences(disk, f'{options.folder}/disk')

    def cut_off(self, disk, number, dice, image):
        cut = disk.cut(dice)
        files = disk.after(cut)
        self.kinds[cut.kind] += 1
        self.unsynced.update({'names' if isinstance(node, Folder) else label(node.name) for node in disk.unsynced()})
        self.promised += self.promises.count()
        write_out(files, image)
        lost, wrong = [], []
        try:
            stored = read_image(image)
            lost, wrong = self.promises.compare(stored)
            is_early = disk.position < self.record.creation
            if number % (STARTS_EVERY // 10 if is_early else STARTS_EVERY) == 0 and not self.options.control:
                self.started += 1
                wrong += troubles_of(self.options.binary, image, stored.sessions, self.promises.ideas(stored))
        except DAMAGED as error:
            wrong = [f'{type(error).__name__}: {error}']
        shutil.rmtree(image)
        self.lost += len(lost)
        self.with_loss += bool(lost)
        self.corrupt += bool(wrong)
        if (lost or wrong) and not self.options.control and self.with_loss + self.corrupt <= FAILURES_SHOWN:
            self.show(number, disk.position, cut, files, lost + wrong)

    def show(self, number, position, cut, files, sentences):
        options = self.options
        kept = f'{options.failed}/{options.seed}-{number}'
        shutil.rmtree(kept, ignore_errors=True)
        os.makedirs(options.failed, exist_ok=True)
        write_out(files, kept)
        more = f' and {len(sentences) - 3} more' if len(sentences) > 3 else ''
        print(f'cut {number} ({cut.kind}) after {position} of {len(self.record.records)} records: '
              f'{"; ".join(sentences[:3])}{more}\n  the disk, not yet opened: {kept}\n  again: {sys.argv[0]} {options.folder} '
              f'--binary {options.binary} --seed {options.seed} --first {number} --cuts 1')

    def say(self):
        def counted(counter):
            return ', '.join(f'{name} {count:,}' for name, count in counter.most_common())

        record = self.record
        if not self.options.control:
            print(f'  {len(record.records):,} records, {record.checkpoints} checkpoints; syncs: {counted(record.syncs)}')
            print(f'  kinds of cuts: {counted(self.kinds)}')
            print(f'  not synced at the cut: {counted(self.unsynced)}')
            print(f'  {self.promised:,} promises looked up; the server itself was started {self.started} times')
        print(f'  {self.options.cuts:,} cuts, seed {self.options.seed}: {self.lost:,} lost (in {self.with_loss:,} cuts), '
              f'{self.corrupt:,} corrupt')


def main():
    options = arguments()
    replay = Replay(options)
    missed = replay.run()
    for sentence in missed:
        print(f'the record is not the folder: {sentence}')
    replay.say()
    is_damaged = replay.lost + replay.corrupt > 0
    if options.control and not is_damaged:
        print('  the control was not caught')
    return 0 if not missed and is_damaged == options.control else 1


if __name__ == '__main__':
    sys.exit(main())
