-- The partnership at one site, its parties, the people who sit for them, and the acts that need
-- every other must-agree party.

CREATE TABLE partnership (
    id           UUID PRIMARY KEY,
    site         UUID NOT NULL REFERENCES site (id),
    name         TEXT NOT NULL,
    state        TEXT NOT NULL,
    reason       UUID,
    union_term   TEXT NOT NULL,
    head_term    TEXT NOT NULL,
    time_zone    TEXT NOT NULL,
    language     TEXT NOT NULL,
    begun_by     UUID NOT NULL REFERENCES person (id),
    begun_at     BIGINT NOT NULL,
    active_at    BIGINT,
    asleep_at    BIGINT,
    ended_at     BIGINT,
    public_page  BOOLEAN NOT NULL,
    version      BIGINT NOT NULL
);
CREATE INDEX partnership_by_site ON partnership (site);

CREATE TABLE party (
    id              UUID PRIMARY KEY,
    partnership     UUID NOT NULL REFERENCES partnership (id),
    kind            TEXT NOT NULL,
    name            TEXT NOT NULL,
    must_agree      BOOLEAN NOT NULL,
    position        BIGINT NOT NULL,
    joined_at       BIGINT,
    withdrawn_at    BIGINT,
    successor_name  TEXT,
    successor_email TEXT,
    version         BIGINT NOT NULL
);
CREATE UNIQUE INDEX party_name_key ON party (partnership, name);

-- A seat. `party` is null for a neutral seat. A person holds one seat at a time in a partnership.
CREATE TABLE member (
    id            UUID PRIMARY KEY,
    partnership   UUID NOT NULL REFERENCES partnership (id),
    party         UUID REFERENCES party (id),
    person        UUID NOT NULL REFERENCES person (id),
    role          TEXT NOT NULL,
    lead          BOOLEAN NOT NULL,
    job_title     TEXT NOT NULL,
    alternate_for UUID REFERENCES member (id),
    appointed_by  UUID,
    appointed_at  BIGINT NOT NULL,
    term_ends     TEXT,
    ended_at      BIGINT,
    ended_by      UUID,
    end_reason    TEXT,
    version       BIGINT NOT NULL
);
CREATE UNIQUE INDEX member_one_seat_key ON member (partnership, person) WHERE ended_at IS NULL;
CREATE INDEX member_by_person ON member (person);
CREATE INDEX member_by_party ON member (party);

-- An act that needs a lead of every other must-agree party. It has a date and an outcome on silence.
CREATE TABLE joint_act (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    kind        TEXT NOT NULL,
    args        TEXT NOT NULL,
    proposed_by UUID NOT NULL REFERENCES member (id),
    party       UUID REFERENCES party (id),
    proposed_at BIGINT NOT NULL,
    answer_by   BIGINT NOT NULL,
    on_silence  TEXT NOT NULL,
    state       TEXT NOT NULL,
    ended_at    BIGINT,
    version     BIGINT NOT NULL
);
CREATE INDEX joint_act_by_partnership ON joint_act (partnership, state);
CREATE TABLE joint_answer (
    joint_act UUID NOT NULL REFERENCES joint_act (id),
    party     UUID NOT NULL REFERENCES party (id),
    member    UUID NOT NULL REFERENCES member (id),
    answer    TEXT NOT NULL,
    reason    UUID,
    at        BIGINT NOT NULL,
    PRIMARY KEY (joint_act, party)
);
