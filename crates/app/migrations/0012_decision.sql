-- Decisions: a question, its rounds, who is asked, what each answered, and what they said of it.

-- `terms` holds what is fixed once the question is open: rule, who sees which answer, what happens next.
-- `until` is the date that the present state waits for: the last day to answer, or to change the question.
CREATE TABLE decision (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    team        UUID,
    meeting     UUID,
    item        UUID,
    state       TEXT NOT NULL,
    terms       TEXT NOT NULL,
    language    TEXT NOT NULL,
    asked_by    UUID NOT NULL REFERENCES member (id),
    again_of    UUID REFERENCES decision (id),
    round       BIGINT NOT NULL,
    begun_at    BIGINT NOT NULL,
    since       BIGINT NOT NULL,
    until       BIGINT,
    version     BIGINT NOT NULL
);
CREATE INDEX decision_by_partnership ON decision (partnership, begun_at);
CREATE INDEX decision_by_item ON decision (item);
CREATE INDEX decision_by_meeting ON decision (meeting);

-- A round keeps the wording that was asked, and its outcome once the answers are shown.
CREATE TABLE decision_round (
    decision    UUID NOT NULL REFERENCES decision (id),
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

-- The parties that are asked, and a lead's word that the question is not theirs.
CREATE TABLE decision_side (
    decision   UUID NOT NULL REFERENCES decision (id),
    party      UUID NOT NULL REFERENCES party (id),
    must_agree BOOLEAN NOT NULL,
    aside_by   UUID REFERENCES member (id),
    aside_at   BIGINT,
    PRIMARY KEY (decision, party)
);

-- Who may answer: fixed when the question is opened.
CREATE TABLE decision_answerer (
    decision UUID NOT NULL REFERENCES decision (id),
    member   UUID NOT NULL REFERENCES member (id),
    party    UUID NOT NULL REFERENCES party (id),
    PRIMARY KEY (decision, member)
);

-- Secret until the answers are shown: no page, export, letter or event reads it before. Its own until then, and
-- afterwards too unless the question said that each answer is seen with its name.
CREATE TABLE decision_answer (
    decision    UUID NOT NULL REFERENCES decision (id),
    round       BIGINT NOT NULL,
    member      UUID NOT NULL REFERENCES member (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    fingers     BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    entered_by  UUID REFERENCES member (id),
    witness     UUID REFERENCES member (id),
    PRIMARY KEY (decision, round, member)
);
CREATE INDEX decision_answer_by_partnership ON decision_answer (partnership);

-- What would change a low answer, said after the answers are shown. Without a member it was told to a
-- co-chair, who wrote it down. `kept` is what its author wants to stand beside the outcome.
CREATE TABLE decision_word (
    id       UUID PRIMARY KEY,
    decision UUID NOT NULL REFERENCES decision (id),
    round    BIGINT NOT NULL,
    member   UUID REFERENCES member (id),
    told_to  UUID REFERENCES member (id),
    body     UUID NOT NULL REFERENCES text (id),
    kept     BOOLEAN NOT NULL,
    at       BIGINT NOT NULL
);
CREATE INDEX decision_word_by_decision ON decision_word (decision, at);
