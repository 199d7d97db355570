-- Every private row carries its partnership and who may read it: also the rows that belong to another row. They take both
-- from what they belong to; a slip's link and a confidential answer are narrower. A column that must be filled and has no
-- default cannot be added to a table on both engines, so each is made anew.

CREATE TABLE catalogue_evidence_new (
    entry       UUID NOT NULL REFERENCES catalogue_entry (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    position    BIGINT NOT NULL,
    kind        TEXT NOT NULL,
    target      TEXT NOT NULL,
    PRIMARY KEY (entry, position)
);
INSERT INTO catalogue_evidence_new (entry, partnership, sharing, position, kind, target)
SELECT c.entry, p.partnership, p.sharing, c.position, c.kind, c.target
FROM catalogue_evidence c JOIN catalogue_entry p ON p.id = c.entry;
DROP TABLE catalogue_evidence;
ALTER TABLE catalogue_evidence_new RENAME TO catalogue_evidence;

CREATE TABLE catalogue_second_new (
    entry       UUID NOT NULL REFERENCES catalogue_entry (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    party       UUID NOT NULL REFERENCES party (id),
    member      UUID NOT NULL REFERENCES member (id),
    at          BIGINT NOT NULL,
    PRIMARY KEY (entry, party)
);
INSERT INTO catalogue_second_new (entry, partnership, sharing, party, member, at)
SELECT c.entry, p.partnership, p.sharing, c.party, c.member, c.at
FROM catalogue_second c JOIN catalogue_entry p ON p.id = c.entry;
DROP TABLE catalogue_second;
ALTER TABLE catalogue_second_new RENAME TO catalogue_second;

CREATE TABLE commitment_signature_new (
    id          UUID PRIMARY KEY,
    commitment  UUID NOT NULL REFERENCES commitment (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    version     BIGINT NOT NULL,
    party       UUID NOT NULL REFERENCES party (id),
    party_name  TEXT NOT NULL,
    member      UUID NOT NULL REFERENCES member (id),
    name        TEXT NOT NULL,
    job_title   TEXT NOT NULL,
    standing    TEXT NOT NULL,
    at          BIGINT NOT NULL,
    signed_on   TEXT,
    entered_by  UUID NOT NULL REFERENCES member (id),
    witness     TEXT,
    ended_at    BIGINT,
    ended_why   TEXT
);
INSERT INTO commitment_signature_new (id, commitment, partnership, sharing, version, party, party_name, member, name, job_title,
    standing, at, signed_on, entered_by, witness, ended_at, ended_why)
SELECT c.id, c.commitment, p.partnership, p.sharing, c.version, c.party, c.party_name, c.member, c.name,
       c.job_title, c.standing, c.at, c.signed_on, c.entered_by, c.witness, c.ended_at, c.ended_why
FROM commitment_signature c JOIN commitment p ON p.id = c.commitment;
DROP TABLE commitment_signature;
ALTER TABLE commitment_signature_new RENAME TO commitment_signature;
CREATE UNIQUE INDEX commitment_signature_once_key ON commitment_signature (commitment, member)
    WHERE ended_at IS NULL;
CREATE INDEX commitment_signature_by_commitment ON commitment_signature (commitment, at);

CREATE TABLE commitment_signer_new (
    commitment  UUID NOT NULL REFERENCES commitment (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    member      UUID NOT NULL REFERENCES member (id),
    party       UUID NOT NULL REFERENCES party (id),
    named_at    BIGINT NOT NULL,
    PRIMARY KEY (commitment, member)
);
INSERT INTO commitment_signer_new (commitment, partnership, sharing, member, party, named_at)
SELECT c.commitment, p.partnership, p.sharing, c.member, c.party, c.named_at
FROM commitment_signer c JOIN commitment p ON p.id = c.commitment;
DROP TABLE commitment_signer;
ALTER TABLE commitment_signer_new RENAME TO commitment_signer;

CREATE TABLE commitment_supporter_new (
    commitment  UUID NOT NULL REFERENCES commitment (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    member      UUID NOT NULL REFERENCES member (id),
    name        TEXT NOT NULL,
    party_name  TEXT NOT NULL,
    at          BIGINT NOT NULL,
    PRIMARY KEY (commitment, member)
);
INSERT INTO commitment_supporter_new (commitment, partnership, sharing, member, name, party_name, at)
SELECT c.commitment, p.partnership, p.sharing, c.member, c.name, c.party_name, c.at
FROM commitment_supporter c JOIN commitment p ON p.id = c.commitment;
DROP TABLE commitment_supporter;
ALTER TABLE commitment_supporter_new RENAME TO commitment_supporter;

CREATE TABLE commitment_version_new (
    commitment  UUID NOT NULL REFERENCES commitment (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    version     BIGINT NOT NULL,
    text        UUID NOT NULL REFERENCES text (id),
    renew_on    TEXT NOT NULL,
    member      UUID NOT NULL REFERENCES member (id),
    at          BIGINT NOT NULL,
    PRIMARY KEY (commitment, version)
);
INSERT INTO commitment_version_new (commitment, partnership, sharing, version, text, renew_on, member, at)
SELECT c.commitment, p.partnership, p.sharing, c.version, c.text, c.renew_on, c.member, c.at
FROM commitment_version c JOIN commitment p ON p.id = c.commitment;
DROP TABLE commitment_version;
ALTER TABLE commitment_version_new RENAME TO commitment_version;

CREATE TABLE crisis_notice_word_new (
    notice      UUID NOT NULL REFERENCES crisis_notice (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    party       UUID NOT NULL REFERENCES party (id),
    member      UUID NOT NULL REFERENCES member (id),
    at          BIGINT NOT NULL,
    PRIMARY KEY (notice, party)
);
INSERT INTO crisis_notice_word_new (notice, partnership, sharing, party, member, at)
SELECT c.notice, p.partnership, p.sharing, c.party, c.member, c.at
FROM crisis_notice_word c JOIN crisis_notice p ON p.id = c.notice;
DROP TABLE crisis_notice_word;
ALTER TABLE crisis_notice_word_new RENAME TO crisis_notice_word;

CREATE TABLE crisis_word_new (
    decision    UUID NOT NULL REFERENCES crisis_decision (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    party       UUID NOT NULL REFERENCES party (id),
    member      UUID NOT NULL REFERENCES member (id),
    word        TEXT NOT NULL,
    reason      UUID REFERENCES text (id),
    at          BIGINT NOT NULL,
    PRIMARY KEY (decision, party)
);
INSERT INTO crisis_word_new (decision, partnership, sharing, party, member, word, reason, at)
SELECT c.decision, p.partnership, p.sharing, c.party, c.member, c.word, c.reason, c.at
FROM crisis_word c JOIN crisis_decision p ON p.id = c.decision;
DROP TABLE crisis_word;
ALTER TABLE crisis_word_new RENAME TO crisis_word;

CREATE TABLE decision_answerer_new (
    decision    UUID NOT NULL REFERENCES decision (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    member      UUID NOT NULL REFERENCES member (id),
    party       UUID NOT NULL REFERENCES party (id),
    PRIMARY KEY (decision, member)
);
INSERT INTO decision_answerer_new (decision, partnership, sharing, member, party)
SELECT c.decision, p.partnership, p.sharing, c.member, c.party
FROM decision_answerer c JOIN decision p ON p.id = c.decision;
DROP TABLE decision_answerer;
ALTER TABLE decision_answerer_new RENAME TO decision_answerer;

CREATE TABLE decision_round_new (
    decision    UUID NOT NULL REFERENCES decision (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    round       BIGINT NOT NULL,
    question    UUID NOT NULL REFERENCES text (id),
    effect      UUID NOT NULL REFERENCES text (id),
    change      UUID REFERENCES text (id),
    opened_at   BIGINT,
    answer_by   BIGINT,
    revealed_at BIGINT,
    outcome     TEXT,
    PRIMARY KEY (decision, round)
);
INSERT INTO decision_round_new (decision, partnership, sharing, round, question, effect, change, opened_at, answer_by, revealed_at,
    outcome)
SELECT c.decision, p.partnership, p.sharing, c.round, c.question, c.effect, c.change, c.opened_at,
       c.answer_by, c.revealed_at, c.outcome
FROM decision_round c JOIN decision p ON p.id = c.decision;
DROP TABLE decision_round;
ALTER TABLE decision_round_new RENAME TO decision_round;

CREATE TABLE decision_side_new (
    decision    UUID NOT NULL REFERENCES decision (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    party       UUID NOT NULL REFERENCES party (id),
    must_agree  BOOLEAN NOT NULL,
    aside_by    UUID REFERENCES member (id),
    aside_at    BIGINT,
    PRIMARY KEY (decision, party)
);
INSERT INTO decision_side_new (decision, partnership, sharing, party, must_agree, aside_by, aside_at)
SELECT c.decision, p.partnership, p.sharing, c.party, c.must_agree, c.aside_by, c.aside_at
FROM decision_side c JOIN decision p ON p.id = c.decision;
DROP TABLE decision_side;
ALTER TABLE decision_side_new RENAME TO decision_side;

CREATE TABLE decision_word_new (
    id          UUID PRIMARY KEY,
    decision    UUID NOT NULL REFERENCES decision (id),
    round       BIGINT NOT NULL,
    member      UUID REFERENCES member (id),
    told_to     UUID REFERENCES member (id),
    body        UUID NOT NULL REFERENCES text (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    kept        BOOLEAN NOT NULL,
    at          BIGINT NOT NULL
);
INSERT INTO decision_word_new (id, decision, round, member, told_to, body, partnership, sharing, kept, at)
SELECT c.id, c.decision, c.round, c.member, c.told_to, c.body, p.partnership, p.sharing, c.kept, c.at
FROM decision_word c JOIN text p ON p.id = c.body;
DROP TABLE decision_word;
ALTER TABLE decision_word_new RENAME TO decision_word;
CREATE INDEX decision_word_by_decision ON decision_word (decision, at);

CREATE TABLE firsthour_concern_new (
    id          UUID PRIMARY KEY,
    firsthour   UUID NOT NULL REFERENCES firsthour (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    party       UUID NOT NULL REFERENCES party (id),
    member      UUID NOT NULL REFERENCES member (id),
    item        TEXT,
    words       TEXT,
    at          BIGINT NOT NULL
);
INSERT INTO firsthour_concern_new (id, firsthour, partnership, sharing, party, member, item, words, at)
SELECT c.id, c.firsthour, p.partnership, p.sharing, c.party, c.member, c.item, c.words, c.at
FROM firsthour_concern c JOIN firsthour p ON p.id = c.firsthour;

CREATE TABLE firsthour_pick_new (
    firsthour   UUID NOT NULL REFERENCES firsthour (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    party       UUID NOT NULL REFERENCES party (id),
    concern     UUID NOT NULL REFERENCES firsthour_concern_new (id),
    name        TEXT NOT NULL,
    at          BIGINT NOT NULL,
    PRIMARY KEY (firsthour, party)
);
INSERT INTO firsthour_pick_new (firsthour, partnership, sharing, party, concern, name, at)
SELECT c.firsthour, p.partnership, p.sharing, c.party, c.concern, c.name, c.at
FROM firsthour_pick c JOIN firsthour p ON p.id = c.firsthour;
DROP TABLE firsthour_pick;
DROP TABLE firsthour_concern;
ALTER TABLE firsthour_concern_new RENAME TO firsthour_concern;
ALTER TABLE firsthour_pick_new RENAME TO firsthour_pick;
CREATE INDEX firsthour_concern_by_firsthour ON firsthour_concern (firsthour, at);

CREATE TABLE firsthour_meeting_new (
    id          UUID PRIMARY KEY,
    firsthour   UUID NOT NULL REFERENCES firsthour (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    party       UUID NOT NULL REFERENCES party (id),
    name        TEXT NOT NULL,
    starts      TEXT NOT NULL,
    zone        TEXT NOT NULL,
    place       TEXT NOT NULL,
    at          BIGINT NOT NULL,
    answer_by   BIGINT NOT NULL,
    state       TEXT NOT NULL,
    meeting     UUID
);
INSERT INTO firsthour_meeting_new (id, firsthour, partnership, sharing, party, name, starts, zone, place, at, answer_by, state, meeting)
SELECT c.id, c.firsthour, p.partnership, p.sharing, c.party, c.name, c.starts, c.zone, c.place, c.at,
       c.answer_by, c.state, c.meeting
FROM firsthour_meeting c JOIN firsthour p ON p.id = c.firsthour;

CREATE TABLE firsthour_yes_new (
    meeting     UUID NOT NULL REFERENCES firsthour_meeting_new (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    party       UUID NOT NULL REFERENCES party (id),
    name        TEXT NOT NULL,
    brings      TEXT NOT NULL,
    at          BIGINT NOT NULL,
    PRIMARY KEY (meeting, party)
);
INSERT INTO firsthour_yes_new (meeting, partnership, sharing, party, name, brings, at)
SELECT c.meeting, p.partnership, p.sharing, c.party, c.name, c.brings, c.at
FROM firsthour_yes c JOIN firsthour_meeting_new p ON p.id = c.meeting;
DROP TABLE firsthour_yes;
DROP TABLE firsthour_meeting;
ALTER TABLE firsthour_meeting_new RENAME TO firsthour_meeting;
ALTER TABLE firsthour_yes_new RENAME TO firsthour_yes;
CREATE INDEX firsthour_meeting_by_firsthour ON firsthour_meeting (firsthour, at);

CREATE TABLE invitation_link_new (
    token_hash  BYTEA PRIMARY KEY,
    invitation  UUID NOT NULL REFERENCES invitation (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    made_at     BIGINT NOT NULL
);
INSERT INTO invitation_link_new (token_hash, invitation, partnership, sharing, made_at)
SELECT c.token_hash, c.invitation, p.partnership, 'own', c.made_at
FROM invitation_link c JOIN invitation p ON p.id = c.invitation;
DROP TABLE invitation_link;
ALTER TABLE invitation_link_new RENAME TO invitation_link;

CREATE TABLE joint_answer_new (
    joint_act   UUID NOT NULL REFERENCES joint_act (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    party       UUID NOT NULL REFERENCES party (id),
    member      UUID NOT NULL REFERENCES member (id),
    answer      TEXT NOT NULL,
    reason      UUID,
    at          BIGINT NOT NULL,
    PRIMARY KEY (joint_act, party)
);
INSERT INTO joint_answer_new (joint_act, partnership, sharing, party, member, answer, reason, at)
SELECT c.joint_act, p.partnership, p.sharing, c.party, c.member, c.answer, c.reason, c.at
FROM joint_answer c JOIN joint_act p ON p.id = c.joint_act;
DROP TABLE joint_answer;
ALTER TABLE joint_answer_new RENAME TO joint_answer;

CREATE TABLE lasting_move_new (
    id          UUID PRIMARY KEY,
    lasting     UUID NOT NULL REFERENCES lasting (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    cycle       BIGINT NOT NULL,
    state       TEXT NOT NULL,
    document    TEXT NOT NULL,
    day         TEXT NOT NULL,
    member      UUID NOT NULL REFERENCES member (id),
    at          BIGINT NOT NULL
);
INSERT INTO lasting_move_new (id, lasting, partnership, sharing, cycle, state, document, day, member, at)
SELECT c.id, c.lasting, p.partnership, p.sharing, c.cycle, c.state, c.document, c.day, c.member, c.at
FROM lasting_move c JOIN lasting p ON p.id = c.lasting;
DROP TABLE lasting_move;
ALTER TABLE lasting_move_new RENAME TO lasting_move;
CREATE INDEX lasting_move_by_lasting ON lasting_move (lasting, at);

CREATE TABLE quiet_answer_new (
    quiet       UUID NOT NULL REFERENCES quiet (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    party       UUID NOT NULL REFERENCES party (id),
    member      UUID NOT NULL REFERENCES member (id),
    answer      TEXT NOT NULL,
    at          BIGINT NOT NULL,
    PRIMARY KEY (quiet, party)
);
INSERT INTO quiet_answer_new (quiet, partnership, sharing, party, member, answer, at)
SELECT c.quiet, p.partnership, p.sharing, c.party, c.member, c.answer, c.at
FROM quiet_answer c JOIN quiet p ON p.id = c.quiet;
DROP TABLE quiet_answer;
ALTER TABLE quiet_answer_new RENAME TO quiet_answer;

CREATE TABLE readiness_answer_new (
    round       UUID NOT NULL REFERENCES readiness_round (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    member      UUID NOT NULL REFERENCES member (id),
    party       UUID NOT NULL REFERENCES party (id),
    levels      TEXT NOT NULL,
    at          BIGINT NOT NULL,
    PRIMARY KEY (round, member)
);
INSERT INTO readiness_answer_new (round, partnership, sharing, member, party, levels, at)
SELECT c.round, p.partnership, 'own', c.member, c.party, c.levels, c.at
FROM readiness_answer c JOIN readiness_round p ON p.id = c.round;
DROP TABLE readiness_answer;
ALTER TABLE readiness_answer_new RENAME TO readiness_answer;

CREATE TABLE readiness_asking_new (
    round       UUID NOT NULL REFERENCES readiness_round (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    party       UUID NOT NULL REFERENCES party (id),
    name        TEXT NOT NULL,
    asked_at    BIGINT NOT NULL,
    answer_by   BIGINT NOT NULL,
    closed_at   BIGINT,
    people      BIGINT,
    shares      TEXT,
    PRIMARY KEY (round, party)
);
INSERT INTO readiness_asking_new (round, partnership, sharing, party, name, asked_at, answer_by, closed_at, people, shares)
SELECT c.round, p.partnership, 'party', c.party, c.name, c.asked_at, c.answer_by, c.closed_at, c.people,
       c.shares
FROM readiness_asking c JOIN readiness_round p ON p.id = c.round;
DROP TABLE readiness_asking;
ALTER TABLE readiness_asking_new RENAME TO readiness_asking;

CREATE TABLE readiness_statement_new (
    round       UUID NOT NULL REFERENCES readiness_round (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    party       UUID NOT NULL REFERENCES party (id),
    party_name  TEXT NOT NULL,
    standing    TEXT NOT NULL,
    member      UUID NOT NULL REFERENCES member (id),
    name        TEXT NOT NULL,
    levels      TEXT NOT NULL,
    version     BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    alone_at    BIGINT,
    shown_at    BIGINT,
    PRIMARY KEY (round, party)
);
INSERT INTO readiness_statement_new (round, partnership, sharing, party, party_name, standing, member, name, levels, version, at,
    alone_at, shown_at)
SELECT c.round, p.partnership, p.sharing, c.party, c.party_name, c.standing, c.member, c.name, c.levels,
       c.version, c.at, c.alone_at, c.shown_at
FROM readiness_statement c JOIN readiness_round p ON p.id = c.round;
DROP TABLE readiness_statement;
ALTER TABLE readiness_statement_new RENAME TO readiness_statement;

CREATE TABLE text_translation_new (
    text        UUID NOT NULL REFERENCES text (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    language    TEXT NOT NULL,
    body        TEXT NOT NULL,
    of_version  BIGINT NOT NULL,
    made_by     UUID,
    made_at     BIGINT NOT NULL,
    reviewed_by UUID,
    reviewed_at BIGINT,
    PRIMARY KEY (text, language)
);
INSERT INTO text_translation_new (text, partnership, sharing, language, body, of_version, made_by, made_at, reviewed_by, reviewed_at)
SELECT c.text, p.partnership, p.sharing, c.language, c.body, c.of_version, c.made_by, c.made_at,
       c.reviewed_by, c.reviewed_at
FROM text_translation c JOIN text p ON p.id = c.text;
DROP TABLE text_translation;
ALTER TABLE text_translation_new RENAME TO text_translation;

ALTER TABLE crisis_chair ADD COLUMN sharing TEXT NOT NULL DEFAULT 'partnership';
ALTER TABLE crisis_group ADD COLUMN sharing TEXT NOT NULL DEFAULT 'partnership';
ALTER TABLE digest_told ADD COLUMN sharing TEXT NOT NULL DEFAULT 'own';
ALTER TABLE record_checkpoint ADD COLUMN sharing TEXT NOT NULL DEFAULT 'partnership';
ALTER TABLE record_text ADD COLUMN sharing TEXT NOT NULL DEFAULT 'partnership';
