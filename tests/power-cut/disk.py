"""A disk that loses power: reads what recorder.c wrote down, and says what may be on the disk at any moment of it.

What a completed fsync of a file or folder covered is there. Of the rest:

- each sector of 512 bytes of a file has, independently of all others, the bytes that it had at the sync or after any one
  of the writes that touched it since (a sector is never half old and half new: SQLite's "powersafe overwrite");
- the size is the one at the sync, or after any one change since, or in between while it grew;
- a sector that lies within the size but was never written has zeros, or garbage;
- a file was cut shorter or it was not, and what was written beyond that end afterwards is not there without it: it is one
  change of the inode, in the journal of ext4, XFS and btrfs, and what SQLite's TRUNCATE trusts in;
- the names of a folder changed in their order, up to any one of the changes since the sync of that folder. The sync of a
  file says nothing about its name, as fsync(2) warns, although ext4 is kinder.
"""
import math
import os
import struct

SECTOR = 512
HEAD = struct.Struct('<QQqIc3x')  # as in recorder.c


def records_of(path):
    """(time in ns, inode, offset, kind, bytes), in their order."""
    with open(path, 'rb') as file:
        log = file.read()
    records, at = [], 0
    while at < len(log):
        time, inode, offset, length, kind = HEAD.unpack_from(log, at)
        at += HEAD.size
        records.append((time, inode, offset, kind.decode(), log[at:at + length]))
        at += length
    return records


class Content:
    """Bytes, and a size that may go beyond them: the rest is zeros that nobody needs to copy."""

    def __init__(self, data=b'', size=0):
        self.data, self.size = bytearray(data), size

    def apply(self, kind, offset, written):
        if kind == 'W':
            if offset > len(self.data):
                self.data.extend(bytes(offset - len(self.data)))
            self.data[offset:offset + len(written)] = written
            self.size = max(self.size, len(self.data))
        elif kind == 'T':
            del self.data[offset:]
            self.size = offset
        elif kind == 'A':
            self.size = max(self.size, offset)

    @staticmethod
    def sectors(kind, offset, written):
        """Those that the change touches; not of a truncation."""
        return range(offset // SECTOR, -(-(offset + len(written)) // SECTOR)) if kind == 'W' else ()

    def sector(self, number):
        return bytes(self.data[number * SECTOR:(number + 1) * SECTOR]).ljust(SECTOR, b'\0')


class File:
    def __init__(self, name):
        self.name = name
        self.synced = Content()
        self.pending = []  # (position in the record, kind, offset, bytes)

    def sync(self, begin):
        self.pending, covered = [c for c in self.pending if c[0] >= begin], [c for c in self.pending if c[0] < begin]
        for _, *change in covered:
            self.synced.apply(*change)

    def after(self, cut):
        if not self.pending or cut.kind == 'dropped':
            return self.synced
        return self.torn(cut) if cut.kind in ('torn', 'garbage') else self.in_order(cut)

    def in_order(self, cut):
        """As `torn`, but every write before the one in which the power fails has arrived."""
        content = Content(self.synced.data, self.synced.size)
        for position, kind, offset, written in self.pending:
            if position == cut.reached and kind == 'W':
                written = written[:max(0, cut.dice.randrange(0, len(written) + SECTOR) // SECTOR * SECTOR - offset % SECTOR)]
            if position <= cut.reached and (kind != 'W' or written):
                content.apply(kind, offset, written)
        return content

    def arriving(self, cut):
        """The changes that may be there, (kind, offset, bytes), without the last truncations and what was written beyond them."""
        truncations = [position for position, kind, *_ in self.pending if kind == 'T']
        count = len(truncations) if cut.dice.random() < cut.newest else cut.dice.randint(0, len(truncations))
        waiting, end = set(truncations[count:]), math.inf
        for position, kind, offset, written in self.pending:
            if position in waiting:
                end = min(end, offset)
            elif kind == 'W' and offset < end:
                yield kind, offset, written[:min(end - offset, len(written))]
            elif kind != 'W' and end == math.inf:
                yield kind, offset, written

    def torn(self, cut):
        now, oldest = (Content(self.synced.data, self.synced.size) for _ in range(2))
        sizes, versions = [now.size], {}
        for kind, *change in self.arriving(cut):
            if kind == 'T':
                for content in (now, oldest):
                    content.apply(kind, *change)
                sizes, versions = [now.size], {number: of for number, of in versions.items() if number * SECTOR < now.size}
                continue
            touched = Content.sectors(kind, *change)
            for number in touched:
                if number not in versions:
                    is_hole = number * SECTOR >= len(now.data)
                    versions[number] = [cut.hole() if is_hole else now.sector(number)]
            now.apply(kind, *change)
            sizes.append(now.size)
            for number in touched:
                versions[number].append(now.sector(number))

        size = sizes[-1] if cut.dice.random() < cut.newest else cut.dice.choice(sizes)
        if size > oldest.size and cut.dice.random() < 0.2:
            size = cut.dice.randint(oldest.size, size)
        data = oldest.data[:size]
        for number, of_sector in sorted(versions.items()):
            start = number * SECTOR
            if start >= size:
                break
            if len(data) < start:
                data.extend(bytes(start - len(data)))
            chosen = of_sector[-1] if cut.dice.random() < cut.newest else cut.dice.choice(of_sector)
            data[start:start + SECTOR] = chosen
        del data[size:]
        return Content(data, size)


class Folder:
    def __init__(self, name):
        self.name = name
        self.now, self.synced = {}, {}
        self.pending = []  # (position, {name: file, folder or None})

    def change(self, position, names):
        self.pending.append((position, names))
        self.apply(self.now, names)

    @staticmethod
    def apply(to, names):
        for name, node in names.items():
            to.pop(name, None)
            if node:
                to[name] = node

    def sync(self, begin):
        while self.pending and self.pending[0][0] < begin:
            self.apply(self.synced, self.pending.pop(0)[1])

    def after(self, cut):
        count = len(self.pending)
        if cut.kind == 'dropped':
            count = 0
        elif cut.kind == 'in order':
            count = sum(position <= cut.reached for position, _ in self.pending)
        elif cut.kind != 'kept' and cut.dice.random() >= cut.newest:
            count = cut.dice.randint(0, count)
        names = dict(self.synced)
        for _, change in self.pending[:count]:
            self.apply(names, change)
        return names


class Cut:
    """One failure of the power: where in the record, and with which luck."""
    kinds = ('dropped', 'kept', 'in order', 'torn', 'garbage')

    def __init__(self, dice, pending, kind=None):
        self.dice = dice
        self.kind = kind or dice.choices(self.kinds, (15, 10, 20, 35, 20))[0]
        # The last change that arrives.
        self.reached = dice.choice(pending) if pending and self.kind == 'in order' else math.inf
        self.newest = dice.choice((0.1, 0.5, 0.9))

    def hole(self):
        return self.dice.randbytes(SECTOR) if self.kind == 'garbage' else bytes(SECTOR)


class Disk:
    """`forget(node)` names the files or folders whose syncs do nothing: a control."""

    def __init__(self, forget=lambda node: False):
        self.root = Folder('')
        self.by_inode = {}
        self.syncs = {}  # begun: (inode, descriptor) -> position
        self.position = 0
        self.forget = forget

    def place(self, path):
        *folders, name = path.split('/')
        folder = self.root
        for step in folders:
            folder = folder.now[step]
        return folder, name

    def add(self, path, inode, node):
        folder, name = self.place(path)
        self.by_inode[inode] = node
        folder.change(self.position, {name: node})

    def apply(self, record):
        _, inode, offset, kind, content = record
        if kind in 'WTA' and inode in self.by_inode:  # else it has no name any more
            self.by_inode[inode].pending.append((self.position, kind, offset, content))
        elif kind == 'B':
            self.syncs[inode, offset] = self.position
        elif kind == 'E':
            begin, node = self.syncs.pop((inode, offset)), self.by_inode.get(inode)
            if node and not self.forget(node):  # of the root, which is there already, only what is in it
                node.sync(begin)
            elif not node:
                self.root.sync(begin)
        elif kind == 'P':
            self.syncs.clear()
        elif kind in 'CMURL':
            self.rename(kind, inode, content.decode())
        self.position += 1

    def rename(self, kind, inode, path):
        if kind in 'CM':
            name = path.rsplit('/', 1)[-1]
            return self.add(path, inode, File(name) if kind == 'C' else Folder(name))
        if kind == 'U':
            folder, name = self.place(path)
            gone = folder.now.get(name)
            if not gone:  # a socket
                return None
            self.by_inode = {inode: node for inode, node in self.by_inode.items() if node is not gone}
            return folder.change(self.position, {name: None})
        (folder, old), (target, new) = map(self.place, path.split('\n'))
        if folder is not target:
            raise ValueError(f'{path}: from one folder to another is not modelled')
        node = folder.now[old]
        folder.change(self.position, {old: None, new: node} if kind == 'R' else {new: node})

    def unsynced(self):
        return [node for node in (self.root, *self.by_inode.values()) if node.pending]

    def cut(self, dice):
        return Cut(dice, [change[0] for node in self.unsynced() for change in node.pending])

    def after(self, cut):
        """Everything on the disk: path -> Content, or None for a folder."""
        found = {}

        def walk(folder, path):
            for name, node in sorted(folder.after(cut).items()):
                found[path + name] = None if isinstance(node, Folder) else node.after(cut)
                if isinstance(node, Folder):
                    walk(node, f'{path}{name}/')

        walk(self.root, '')
        return found


def write_out(files, folder):
    os.mkdir(folder)
    for path, content in files.items():
        if content is None:
            os.mkdir(f'{folder}/{path}', 0o700)
            continue
        with open(f'{folder}/{path}', 'wb') as file:
            file.write(content.data)
            file.truncate(content.size)
