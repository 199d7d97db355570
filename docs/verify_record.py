#!/usr/bin/env python3
"""Checks a record file (concord-record/1), written from docs/record-format.md alone, with Python's own library.

    python3 verify_record.py FILE [--key PUBLIC-KEY]... [--witness NAME+KEY]... [--earlier FILE-OR-TEXT]...

Exit code 0: intact, 1: tampered, 2: unreadable. It is a second opinion: slower than `concord verify`, and short enough
to be read before it is trusted. SPDX-License-Identifier: Apache-2.0 OR MIT
"""

import argparse
import base64
import hashlib
import json
import os
import re
import sys

MAX_ENTRY, MAX_TEXT, MAX_NOTE, MAX_LINE, MAX_RECEIPT = 65_536, 1_048_576, 16_384, 6_292_480, 131_072
LARGEST = 2**53 - 1
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
ORIGIN = re.compile(rf"[a-z0-9.:-]{{1,255}}/partnership/({UUID})")
IDENT = re.compile(r"[A-Za-z0-9._:-]{1,100}")
FACT_KEY = re.compile(r"[A-Za-z0-9._:-]{1,160}")
WORDS = re.compile(r"(?=.{1,64}\Z)[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")
LANGUAGE = re.compile(r"[A-Za-z0-9-]{2,35}")
HEX32 = re.compile(r"[0-9a-f]{64}")
DECIMAL = re.compile(r"0|[1-9][0-9]{0,19}")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Wrong(Exception):
    """A rule does not hold; the message says which."""


def need(holds, why):
    if not holds:
        raise Wrong(why)


# ---- spelling (section 2)


def from_base64(text):
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError as error:
        raise Wrong("not base64") from error
    need(base64.b64encode(data).decode() == text, "base64 in another spelling")
    return data


def to_json(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def from_json(data):
    """The value, if `data` is its one spelling."""
    try:
        value = json.loads(data.decode("utf-8"))
        need(to_json(value) == data, "not in the one spelling of RFC 8785")
    except (ValueError, RecursionError) as error:
        raise Wrong("not JSON") from error
    return value


def is_text(value, pattern):
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def is_whole(value):
    return type(value) is int and 0 <= value <= LARGEST


# ---- Ed25519 (RFC 8032 section 5.1; strict as section 6 asks). Points are (X, Y, Z, T) in extended coordinates.

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, point):
    result = (0, 1, 1, 0)
    while n:
        if n & 1:
            result = add(result, point)
        point, n = add(point, point), n >> 1
    return result


def encode(point):
    inverse = pow(point[2], -1, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def decode(data):
    """The point of 32 bytes, or None if they are no canonical encoding of one, or one of small order."""
    number = int.from_bytes(data, "little")
    y, sign = number & (2**255 - 1), number >> 255
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P:
        return None
    x = P - x if x & 1 != sign else x
    point = (x, y, 1, x * y % P)
    return None if encode(point) != data or encode(times(8, point)) == encode((0, 1, 1, 0)) else point


BASE = decode((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def verifies(key, message, signature):
    if len(signature) != 64:
        return False
    a, r, s = decode(key), decode(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    minus_a = (P - a[0], a[1], 1, P - a[3])
    return encode(add(times(s, BASE), times(k, minus_a))) == signature[:32]


# ---- keys and checkpoints (section 6)


PLAIN, COSIGNATURE = b"\x01", b"\x04"


def key_id(name, key, kind=PLAIN):
    return hashlib.sha256(name.encode() + b"\n" + kind + key).digest()[:4]


def read_witness(text):
    """Name and key of a witness."""
    need(text.count("+") >= 2, "not a witness's key")
    name, ident, encoded = text.split("+", 2)
    typed = from_base64(encoded)
    need(name and not any(c.isspace() for c in name), "not a name")
    need(len(typed) == 33 and typed[:1] == COSIGNATURE and decode(typed[1:]), "not a key for cosignatures")
    need(key_id(name, typed[1:], COSIGNATURE).hex() == ident, "the key's id is wrong")
    return name, typed[1:]


def read_key(text, name=None):
    """The 32 bytes of a verifier key; under `name` if that is given. A bare key in base64 is taken without name."""
    if re.match(r"[^+]+\+[0-9a-f]{8}\+", text):
        given, ident, encoded = text.split("+", 2)
        typed = from_base64(encoded)
        need(len(typed) == 33 and typed[0] == 1, "not an Ed25519 key")
        need(key_id(given, typed[1:]).hex() == ident, "the key's id is wrong")
        need(name is None or given == name, "the key has another name")
        key = typed[1:]
    else:
        need(name is None, "the key has no name")
        key = from_base64(text)
    need(len(key) == 32 and decode(key) is not None, "not an Ed25519 key")
    return key


class Checkpoint:
    def __init__(self, text):
        need(len(text.encode()) <= MAX_NOTE, "checkpoint too long")
        need(not any(letter < " " and letter != "\n" for letter in text), "control character in a checkpoint")
        need(text.endswith("\n") and "\n\n" in text, "not a checkpoint")
        body, signatures = text.split("\n\n", 1)
        lines = body.split("\n")
        need(len(lines) == 3 and lines[0], "a checkpoint has three lines")
        need(DECIMAL.fullmatch(lines[1]) and int(lines[1]) < 2**64, "size is not decimal")
        self.origin, self.size, self.root = lines[0], int(lines[1]), from_base64(lines[2])
        need(len(self.root) == 32, "a root has 32 bytes")
        self.body = (body + "\n").encode()
        self.lines = [self.signature_line(line) for line in signatures[:-1].split("\n")]
        need(len(self.lines) <= 16, "too many signatures")

    @staticmethod
    def signature_line(line):
        parts = line.split(" ")
        need(len(parts) == 3 and parts[0] == "\u2014", "not a signature line")
        need(parts[1] and "+" not in parts[1] and not any(c.isspace() for c in parts[1]), "not a name")
        data = from_base64(parts[2])
        need(len(data) > 4, "a signature is missing")
        return parts[1], data[:4], data[4:]

    def partnership(self):
        match = ORIGIN.fullmatch(self.origin)
        return match and match[1]

    def signed_by(self, key):
        mine = [s for n, i, s in self.lines if n == self.origin and i == key_id(self.origin, key)]
        return len(mine) == 1 and verifies(key, self.body, mine[0])

    def cosigned_by(self, witness):
        """None if no line claims so, else whether every line that does is true."""
        name, key = witness
        ident = key_id(name, key, COSIGNATURE)
        mine = [s for n, i, s in self.lines if n == name and i == ident]
        return all(self.is_cosignature(key, s) for s in mine) if mine else None

    def is_cosignature(self, key, signature):
        time = int.from_bytes(signature[:8], "big")
        said = b"cosignature/v1\ntime %d\n" % time + self.body
        return len(signature) == 72 and time < 2**63 and verifies(key, said, signature[8:])


# ---- tree (section 3)


def leaf(data):
    return hashlib.sha256(b"\x00" + data).digest()


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    def __init__(self):
        self.size, self.peaks = 0, []

    def append(self, right):
        count = self.size
        while count & 1:
            right, count = node(self.peaks.pop(), right), count >> 1
        self.peaks.append(right)
        self.size += 1

    def root(self):
        if not self.peaks:
            return hashlib.sha256(b"").digest()
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node(peak, root)
        return root


def included(hashed, index, size, path, root):
    """RFC 9162 section 2.1.3.2."""
    if index >= size:
        return False
    at, last = index, size - 1
    for sibling in path:
        if last == 0:
            return False
        if at & 1 or at == last:
            hashed = node(sibling, hashed)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            hashed = node(hashed, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and hashed == root


# ---- entries (section 4) and texts (section 5)


def keys_are(value, required, optional=()):
    return isinstance(value, dict) and set(required) <= set(value) <= set(required) | set(optional)


def check_person(person):
    need(keys_are(person, ["kind"], ["id", "name", "party"]), "not a person")
    need(person["kind"] in ("guest", "job", "member", "operator"), "no such kind of person")
    need(all(is_text(person[key], IDENT) for key in ("id", "party") if key in person), "not an id")
    need("name" not in person or is_text(person["name"], HEX32), "a name is a commitment")


def read_entry(data):
    need(len(data) <= MAX_ENTRY, "the entry is too long")
    entry = from_json(data)
    required = ["actor", "at", "facts", "kind", "partnership", "seq", "texts", "v"]
    need(keys_are(entry, required, ["on_behalf_of", "subject", "witnessed_by"]), "not an entry")
    need(type(entry["v"]) is int and entry["v"] == 1, "unknown version")
    need(is_whole(entry["at"]) and is_whole(entry["seq"]), "at or seq is no whole number in range")
    need(is_text(entry["kind"], WORDS), "kind is not a dotted word")
    need(is_text(entry["partnership"], re.compile(UUID)), "partnership is not a UUID")
    need("subject" not in entry or is_text(entry["subject"], IDENT), "subject is not an id")
    for person in ("actor", "on_behalf_of", "witnessed_by"):
        if person in entry:
            check_person(entry[person])
    facts, texts = entry["facts"], entry["texts"]
    need(isinstance(facts, dict) and len(facts) <= 64, "not facts")
    for key, value in facts.items():
        need(is_text(key, FACT_KEY) and isinstance(value, str), "not a fact")
        need(len(value.encode()) <= 1000 and not CONTROL.search(value), "a fact is too long or has control characters")
    need(isinstance(texts, list) and len(texts) <= 64, "not texts")
    for text in texts:
        need(keys_are(text, ["hash", "lang", "role"]), "not a text")
        need(is_text(text["hash"], HEX32) and is_text(text["lang"], LANGUAGE), "not a text")
        need(is_text(text["role"], WORDS), "not a text")
    return entry


def commitments(entry):
    people = (entry[key] for key in ("actor", "on_behalf_of", "witnessed_by") if key in entry)
    return [p["name"] for p in people if "name" in p] + [text["hash"] for text in entry["texts"]]


def commitment_of(data):
    text = from_json(data)
    need(keys_are(text, ["content", "salt"]) and all(isinstance(v, str) for v in text.values()), "not a text")
    need(HEX32.fullmatch(text["salt"]), "a salt has 32 bytes")
    content = text["content"].encode("utf-8")
    need(len(content) <= MAX_TEXT, "the text is too long")
    return hashlib.sha256(bytes.fromhex(text["salt"]) + content).hexdigest()


# ---- what was kept from an earlier day (sections 8 and 9)


def code_of(root):
    bits = int.from_bytes(root[:5], "big")
    return "".join(CROCKFORD[bits >> shift & 31] for shift in range(35, -1, -5))


class Earlier:
    """`size` entries, and a root or the beginning of a code; `partnership` may be None."""

    def __init__(self, text):
        self.checkpoint, self.code = None, None
        text = text.replace("\r\n", "\n").strip() + "\n"
        first = text.split("\n", 1)[0]
        if first == "c2sp.org/tlog-proof@v1":
            self.read_receipt(text)
        elif "\n\n" in text:
            self.checkpoint = Checkpoint(text)
        else:
            return self.read_printed(text)
        self.partnership, self.size = self.checkpoint.partnership(), self.checkpoint.size
        need(self.partnership, "the checkpoint names no partnership")

    def read_receipt(self, text):
        need(len(text.encode()) <= MAX_RECEIPT and "\n\n" in text, "not a receipt")
        head, note = text.split("\n\n", 1)
        lines = head.split("\n")
        need(len(lines) > 2 and lines[1].startswith("extra ") and lines[2].startswith("index "), "not a receipt")
        data = from_base64(lines[1][6:])
        entry, self.checkpoint = read_entry(data), Checkpoint(note)
        need(lines[2][6:] == str(entry["seq"]), "index and entry differ")
        need(self.checkpoint.partnership() == entry["partnership"], "entry and checkpoint differ")
        path = [from_base64(line) for line in lines[3:]]
        need(all(len(hashed) == 32 for hashed in path), "not a proof")
        proved = included(leaf(data), entry["seq"], self.checkpoint.size, path, self.checkpoint.root)
        need(proved, "the receipt does not hold together by itself")

    def read_printed(self, text):
        words = text.split()
        named = bool(words) and re.fullmatch(UUID, words[0].lower())
        self.partnership = words.pop(0).lower() if named else None
        need(len(words) >= 2 and re.fullmatch("[0-9]{1,19}", words[0]) and int(words[0]) > 0, "not a number and code")
        code = "".join(words[1:]).replace("-", "").upper().translate(str.maketrans("OIL", "011"))
        need(4 <= len(code) <= 8 and all(letter in CROCKFORD for letter in code), "not a code")
        self.size, self.code = int(words[0]), code

    def differs(self, root):
        return not code_of(root).startswith(self.code) if self.code else root != self.checkpoint.root


# ---- one partnership (section 7)


class Section:
    def __init__(self, ident, earlier, witnesses, say):
        self.ident, self.say, self.witnesses = ident, say, witnesses
        self.cosigned = {name: 0 for name, _ in witnesses}
        self.carried = set()
        self.earlier = [e for e in earlier if e.partnership in (None, ident)]
        self.tree, self.next_seq, self.last_at = Tree(), 0, 0
        self.origin, self.keys, self.rotating = "", [], None
        self.awaited, self.texts, self.signed = [], {}, 0
        self.loose = []

    def entry(self, data):
        self.nothing_awaited()
        if self.rotating:
            self.keys.append(self.rotating)
            self.rotating = None
            self.say("a rotation is not signed")
        self.tree.append(leaf(data))
        for kept in self.earlier:
            if kept.size == self.tree.size and kept.differs(self.tree.root()):
                self.judge(kept, f"rewritten: what was kept differs at {kept.size} entries")
        entry = read_entry(data)
        if entry["seq"] != self.next_seq:
            self.say(f"record no. {entry['seq'] + 1} stands in the place of no. {self.next_seq + 1}")
        self.next_seq = entry["seq"] + 1
        if entry["partnership"] != self.ident:
            self.say("an entry of another partnership")
        if entry["at"] < self.last_at:
            self.say("time runs back")
        self.last_at = entry["at"]
        for commitment in commitments(entry):
            if commitment not in self.texts and commitment not in self.awaited:
                self.awaited.append(commitment)
        self.special(entry, entry["kind"], entry["facts"])

    def special(self, entry, kind, facts):
        if self.tree.size == 1:
            self.origin = facts.get("origin", "")
            match = ORIGIN.fullmatch(self.origin)
            need(kind == "record.opened" and match and match[1] == self.ident, "the record is not opened rightly")
            self.keys = [read_key(facts.get("key", ""), self.origin)]
        elif kind == "record.opened":
            self.say("opened a second time")
        elif kind == "key.rotated":
            key = read_key(facts.get("new_key", ""), self.origin)
            need(not self.keys or key != self.keys[-1], "rotated to the same key")
            self.rotating = key
        elif kind == "text.redacted":
            approved = any(k.startswith("approved_by.") and k != "approved_by." and v for k, v in facts.items())
            if not facts.get("reason") or not approved:
                self.say("a redaction without reason or approval")
            fate = self.texts.get(facts.get("text"))
            need(fate is not None, "a redaction of a text that is not in the record")
            need(fate != "here", "a text said to be taken out stands in the file")
            self.texts[facts["text"]] = "explained"

    def text(self, commitment, fate):
        if not self.awaited:
            self.say("a text no entry names here")
            return
        expected = self.awaited.pop(0)
        self.texts[expected] = fate
        if commitment != expected:
            self.say(f"a text differs from its commitment {expected}")

    def nothing_awaited(self):
        for commitment in self.awaited:
            self.texts[commitment] = "here"
            self.say(f"the text of {commitment} is missing")
        self.awaited = []

    def checkpoint(self, note):
        self.nothing_awaited()
        need(note.origin == self.origin, "a checkpoint of another record")
        need(note.size == self.tree.size, "a checkpoint in the wrong place")
        if note.size == self.signed:
            self.say("a checkpoint is repeated")
        self.signed = note.size
        if note.root != self.tree.root():
            self.say(f"the first {note.size} entries are not the ones that were signed")
        new, self.rotating = self.rotating, None
        for key in self.keys[-1:] + ([new] if new else []):
            if not note.signed_by(key):
                self.say(f"the checkpoint over {note.size} entries lacks the key's signature")
        self.keys += [new] if new else []
        self.cosignatures(note)

    def cosignatures(self, note):
        for witness in self.witnesses:
            cosigned = note.cosigned_by(witness)
            if cosigned is False:
                self.say(f"the signature of the witness {witness[0]} over {note.size} entries is forged")
            self.cosigned[witness[0]] += cosigned is True
        known = {(name, key_id(name, key, COSIGNATURE)) for name, key in self.witnesses}
        self.carried |= {n for n, i, _ in note.lines if n != note.origin and (n, i) not in known}

    def close(self, given):
        self.nothing_awaited()
        if self.tree.size == 0 or self.rotating or self.signed != self.tree.size:
            self.say(f"{self.tree.size} entries, {self.signed} of them signed")
        for commitment, fate in self.texts.items():
            if fate == "redacted":
                self.say(f"the text of {commitment} was taken out and no entry says why")
        if given and self.keys and not any(key in given for key in self.keys):
            self.say("signed with a key that was not given")
        for kept in self.earlier:
            if kept.checkpoint:
                self.cosignatures(kept.checkpoint)
            if kept.checkpoint and self.origin and kept.checkpoint.origin != self.origin:
                self.judge(kept, "what was kept has another origin")
            elif kept.size > self.tree.size:
                self.judge(kept, f"cut short: {kept.size} entries were known, the file has {self.tree.size}")

    def judge(self, kept, finding):
        self.say(finding) if kept.partnership else self.loose.append(finding)


# ---- the file


class File:
    def __init__(self, keys, earlier, witnesses):
        self.keys, self.earlier, self.witnesses = keys, earlier, witnesses
        self.findings, self.sections, self.section = [], [], None
        self.number, self.digest = 0, hashlib.sha256()

    def say(self, finding):
        self.findings.append(f"line {self.number}: {finding}")

    def close(self):
        if self.section:
            self.section.close(self.keys)
        self.section = None

    def take(self, line):
        word, _, rest = line.partition(b" ")
        if word == b"partnership":
            ident = rest.decode("ascii", "replace")
            need(re.fullmatch(UUID, ident), "not a UUID")
            self.close()
            if self.sections and self.sections[-1].ident >= ident:
                self.say("partnerships out of order")
            self.section = Section(ident, self.earlier, self.witnesses, self.say)
            self.sections.append(self.section)
            return
        need(word in (b"entry", b"text", b"redacted", b"checkpoint"), "no such line")
        need(self.section, "a line before any partnership")
        if word == b"entry":
            self.section.entry(rest)
        elif word == b"text":
            self.section.text(commitment_of(rest), "here")
        elif word == b"redacted":
            commitment = rest.decode("ascii", "replace")
            need(HEX32.fullmatch(commitment), "not a commitment")
            self.section.text(commitment, "redacted")
        else:
            note = from_json(rest)
            need(isinstance(note, str), "not a checkpoint")
            self.section.checkpoint(Checkpoint(note))

    def end(self, line, rest_of_file):
        self.close()
        expected = f"end {len(self.sections)} {self.digest.hexdigest()}".encode()
        if line != expected:
            self.say("the last line does not fit the file")
        if rest_of_file:
            self.say("there is more after the last line")

    def read(self, source):
        """False if this is no record file at all."""
        if source.readline(MAX_LINE) != b"concord-record/1\n":
            return False
        self.digest.update(b"concord-record/1\n")
        self.number = 1
        while True:
            line = source.readline(MAX_LINE)
            self.number += 1
            if not line.endswith(b"\n"):
                self.say("the file is cut short, or a line is too long")
                self.close()
                break
            if re.fullmatch(rb"end (0|[1-9][0-9]*) [0-9a-f]{64}\n", line):
                self.end(line[:-1], source.read(1))
                break
            try:
                self.take(line[:-1])
            except Wrong as wrong:
                self.say(str(wrong))
            self.digest.update(line)
        return bool(self.sections)

    def unplaced(self):
        present = {section.ident for section in self.sections}
        for kept in self.earlier:
            if kept.partnership and kept.partnership not in present:
                self.say(f"partnership {kept.partnership} is not in the file")
        if len(self.sections) == 1:
            for finding in self.sections[0].loose:
                self.say(finding)


def main():
    parser = argparse.ArgumentParser(description="Check a record file. Exit code 0 intact, 1 tampered, 2 unreadable.")
    parser.add_argument("file")
    parser.add_argument("--key", action="append", default=[], help="a public key you know from elsewhere")
    parser.add_argument("--witness", action="append", default=[], help="a witness's key, as it publishes it")
    parser.add_argument("--earlier", action="append", default=[], help="a checkpoint, receipt, or 'number code'")
    options = parser.parse_args()
    earlier = []
    for text in options.earlier:
        if os.path.exists(text):
            with open(text, encoding="utf-8", newline="") as kept:
                text = kept.read()
        try:
            earlier.append(Earlier(text))
        except Wrong as wrong:
            print(f"not used: {wrong}")
    file = File([read_key(key) for key in options.key], earlier, [read_witness(key) for key in options.witness])
    try:
        with open(options.file, "rb") as source:
            readable = file.read(source)
    except OSError as error:
        print(f"unreadable: {error}")
        return 2
    if not readable:
        print("unreadable: this is not a record file")
        return 2
    file.unplaced()
    for finding in file.findings[:100]:
        print(finding)
    for section in file.sections:
        print(f"partnership {section.ident}: {section.tree.size} entries, code {code_of(section.tree.root())}")
        for name, count in section.cosigned.items():
            print(f"witness {name}: signed {count} checkpoints" if count else f"not checked: {name} signed nothing")
        if section.carried:
            print(f"not checked: the signatures of these witnesses: {', '.join(sorted(section.carried))}")
        if file.keys and section.keys and section.keys[-1] not in file.keys:
            print("not checked: the present key was not given; at best an older one handed over to it")
    if not options.key:
        print("not checked: no key was given from elsewhere")
    if not earlier:
        print("not checked: nothing from an earlier day was given; a record cut short or rewritten by the key's "
              "holder would pass")
    redacted = sum(list(section.texts.values()).count("explained") for section in file.sections)
    if redacted:
        print(f"not checked: {redacted} texts that were lawfully taken out")
    print("tampered" if file.findings else "intact")
    return 1 if file.findings else 0


if __name__ == "__main__":
    sys.exit(main())
