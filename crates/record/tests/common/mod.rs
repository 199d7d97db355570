//! Invented records for the tests, made from seeds: the same seed, the same bytes.
#![allow(dead_code, missing_docs, reason = "shared by several test programs, each of which uses a part")]

pub mod forge;

use record::{
    Actor, ActorKind, Checkpoint, Draft, Entry, Hash, Head, PublicKey, Receipt, Recorded, SecretKey, Text,
    export, origin_of,
};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same on every machine.
#[derive(Clone)]
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    pub fn bytes(&mut self) -> [u8; 32] {
        std::array::from_fn(|_| self.next() as u8)
    }
}

#[derive(Clone, Debug)]
pub enum Step {
    Act { draft: Box<Draft>, texts: Vec<Text> },
    Redact { text: Text },
    Rotate,
}

/// One partnership's record as an application's tables would hold it.
#[derive(Clone)]
pub struct Log {
    pub head: Head,
    pub recorded: Vec<Recorded>,
    pub checkpoints: HashMap<u64, Checkpoint>,
    pub texts: HashMap<Hash, Text>,
    pub leaves: Vec<Hash>,
}

pub const START: u64 = 1_790_000_000_000_000;

pub fn key(n: u64) -> SecretKey {
    SecretKey::from_seed(Chance(1_000 + n).bytes())
}

pub fn partnership(n: u64) -> Uuid {
    Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 + u128::from(n))
}

fn job() -> Actor {
    Actor { id: None, kind: ActorKind::Job, name: None, party: None }
}

/// The acts of an invented partnership: people with names, texts in two languages, now and then a redaction
/// or a new key.
pub fn steps(seed: u64, count: usize) -> Vec<Step> {
    let mut chance = Chance(seed);
    let names: Vec<Text> = ["Amara Vale", "Tomás Quintero", "June \"Jo\" Park", "Étienne Böhm"]
        .map(|name| Text { salt: chance.bytes(), content: name.to_owned() })
        .to_vec();
    let mut bodies: Vec<Text> = Vec::new();
    let mut steps = Vec::new();
    for n in 0..count {
        steps.push(match chance.below(12) {
            0 if !bodies.is_empty() => Step::Redact { text: bodies.swap_remove(chance.below(bodies.len())) },
            1 if n > 3 => Step::Rotate,
            roll => act(&mut chance, n, roll, &names, &mut bodies),
        });
    }
    steps
}

fn act(chance: &mut Chance, n: usize, roll: usize, names: &[Text], bodies: &mut Vec<Text>) -> Step {
    let person = |who: usize, party: &str| Actor {
        id: Some(format!("person-{who}")),
        kind: ActorKind::Member,
        name: Some(names[who].hash()),
        party: Some(party.to_owned()),
    };
    let mut used = vec![names[n % 4].clone()];
    let kinds = ["commitment.signed", "member.seated", "decision.closed"];
    let mut draft = Draft::new(START + n as u64 * 61_000_000, kinds[roll % 3], person(n % 4, "teachers"));
    draft.subject = Some(format!("commitment-{}", n / 5));
    draft =
        draft.fact("version", &(n / 3).to_string()).fact("title", "Reading \u{2028}by third grade · año 1");
    if roll == 5 {
        draft.on_behalf_of = Some(person((n + 1) % 4, "families"));
        draft.witnessed_by = Some(person((n + 2) % 4, "administration"));
        used.extend([names[(n + 1) % 4].clone(), names[(n + 2) % 4].clone()]);
    }
    for (language, words) in
        [("en", "We will meet every second week.\n\t\"Both\" sides."), ("es", "Nos reunimos.\u{7f}")]
    {
        if roll > 3 {
            let text = Text { salt: chance.bytes(), content: format!("{words} {n} \\ \u{1}\r\n🤝") };
            draft.texts.push(text.named("body", language));
            bodies.push(text.clone());
            used.push(text);
        }
    }
    Step::Act { draft: Box::new(draft), texts: used }
}

/// Records the steps, signing a checkpoint after every `every`th entry, after each rotation, and at the end.
pub fn record(id: Uuid, steps: &[Step], every: usize, first_key: u64) -> Log {
    let origin = origin_of("partners.example.org", id);
    let mut current = first_key;
    let (head, opened) = Head::open(id, &origin, &key(current).public(), START, job()).unwrap();
    let mut log = Log {
        head,
        recorded: Vec::new(),
        checkpoints: HashMap::new(),
        texts: HashMap::new(),
        leaves: Vec::new(),
    };
    log.keep(opened);
    for (n, step) in steps.iter().enumerate() {
        let at = START + n as u64 * 61_000_000;
        match step {
            Step::Act { draft, texts } => {
                let recorded = log.head.append(Draft::clone(draft)).unwrap();
                log.texts.extend(texts.iter().map(|text| (text.hash(), text.clone())));
                log.keep(recorded);
            }
            Step::Redact { text } => {
                let approvals = [("administration", "person-1"), ("teachers", "person-2")];
                let recorded = log
                    .head
                    .redact(at, job(), text.hash(), "asked by the person it names", &approvals)
                    .unwrap();
                log.texts.remove(&text.hash());
                log.keep(recorded);
            }
            Step::Rotate => {
                let (old, new) = (key(current), key(current + 1));
                let (recorded, checkpoint) = log.head.rotate(at, job(), &old, &new).unwrap();
                current += 1;
                log.keep(recorded);
                log.checkpoints.insert(log.head.size(), checkpoint);
            }
        }
        let size = log.head.size();
        if n % every == every - 1 && !log.checkpoints.contains_key(&size) {
            log.checkpoints.insert(size, log.head.checkpoint(&key(current)).unwrap());
        }
    }
    let size = log.head.size();
    let last = log.head.checkpoint(&key(current)).unwrap();
    log.checkpoints.entry(size).or_insert(last);
    log
}

impl Log {
    fn keep(&mut self, recorded: Recorded) {
        self.leaves.push(recorded.leaf);
        self.recorded.push(recorded);
    }

    pub fn size(&self) -> u64 {
        self.head.size()
    }

    pub fn key(&self) -> PublicKey {
        self.head.key()
    }

    pub fn last_checkpoint(&self) -> &Checkpoint {
        &self.checkpoints[&self.size()]
    }

    pub fn receipt(&self, index: usize) -> Receipt {
        self.recorded[index].receipt(&self.leaves, self.last_checkpoint().clone()).unwrap()
    }

    fn write(&self, out: &mut export::Writer<Vec<u8>>) {
        let mut written: HashSet<Hash> = HashSet::new();
        out.partnership(self.head.partnership()).unwrap();
        for (n, recorded) in self.recorded.iter().enumerate() {
            out.entry(&recorded.body).unwrap();
            let entry = Entry::from_bytes(&recorded.body).unwrap();
            for hash in export::first_named(&entry, |hash| written.contains(hash)) {
                written.insert(hash);
                match self.texts.get(&hash) {
                    Some(text) => out.text(text).unwrap(),
                    None => out.redacted(&hash).unwrap(),
                }
            }
            if let Some(checkpoint) = self.checkpoints.get(&(n as u64 + 1)) {
                out.checkpoint(&checkpoint.to_string()).unwrap();
            }
        }
    }
}

pub fn file(logs: &[Log]) -> Vec<u8> {
    let mut out = export::Writer::new(Vec::new()).unwrap();
    logs.iter().for_each(|log| log.write(&mut out));
    out.end().unwrap()
}

/// A file of one to three partnerships, some redacted, some with several keys.
pub fn logs(seed: u64, entries: usize) -> Vec<Log> {
    (0..1 + seed % 3)
        .map(|n| {
            let steps = steps(seed * 10 + n, entries + (seed as usize + n as usize) % 7);
            record(partnership(n), &steps, 1 + (seed as usize) % 5, 10 * n)
        })
        .collect()
}

/// Makes the last line's digest anew, as a careful forger would.
pub fn with_new_digest(file: &[u8]) -> Vec<u8> {
    use sha2::Digest;
    let start = file[..file.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    let end = String::from_utf8(file[start..].to_vec()).unwrap();
    let count = end.split(' ').nth(1).unwrap();
    let digest = Hash(sha2::Sha256::digest(&file[..start]).into());
    [&file[..start], format!("end {count} {digest}\n").as_bytes()].concat()
}
