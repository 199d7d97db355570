-- Reflect: what was learned in a cycle, lessons for others, what is made to last, what goes on into
-- the next cycle, sharing with a site above, and the question that a long silence asks.

-- One catalogue for each cycle. `version` counts every change: each side agrees to one version, kept in
-- `agreed_version`.
CREATE TABLE catalogue (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    cycle       BIGINT NOT NULL,
    version     BIGINT NOT NULL,
    answers     BIGINT NOT NULL,
    agreed_version BIGINT,
    agreed_at      BIGINT
);
CREATE UNIQUE INDEX catalogue_cycle_key ON catalogue (partnership, cycle);

-- A success or a challenge, in what was done (content) or in how people worked together (process).
-- `tags` are short words with a comma between them.
CREATE TABLE catalogue_entry (
    id           UUID PRIMARY KEY,
    partnership  UUID NOT NULL REFERENCES partnership (id),
    sharing      TEXT NOT NULL,
    catalogue    UUID NOT NULL REFERENCES catalogue (id),
    kind         TEXT NOT NULL,
    side         TEXT NOT NULL,
    tags         TEXT NOT NULL,
    member       UUID NOT NULL REFERENCES member (id),
    added_at     BIGINT NOT NULL,
    withdrawn_at BIGINT,
    version      BIGINT NOT NULL
);
CREATE INDEX catalogue_entry_by_catalogue ON catalogue_entry (catalogue, added_at);

-- Where an entry can be checked: an act in the record, a page here, an address, or a measure in words.
CREATE TABLE catalogue_evidence (
    entry    UUID NOT NULL REFERENCES catalogue_entry (id),
    position BIGINT NOT NULL,
    kind     TEXT NOT NULL,
    target   TEXT NOT NULL,
    PRIMARY KEY (entry, position)
);

CREATE TABLE catalogue_second (
    entry  UUID NOT NULL REFERENCES catalogue_entry (id),
    party  UUID NOT NULL REFERENCES party (id),
    member UUID NOT NULL REFERENCES member (id),
    at     BIGINT NOT NULL,
    PRIMARY KEY (entry, party)
);

-- A lesson written here, or one taken over from another partnership (`copy_of`, `copy_version`).
-- `named`: whether this partnership may be named where its copy is counted.
CREATE TABLE lesson (
    id            UUID PRIMARY KEY,
    partnership   UUID NOT NULL REFERENCES partnership (id),
    sharing       TEXT NOT NULL,
    cycle         BIGINT NOT NULL,
    state         TEXT NOT NULL,
    language      TEXT NOT NULL,
    version       BIGINT NOT NULL,
    entry         UUID REFERENCES catalogue_entry (id),
    member        UUID NOT NULL REFERENCES member (id),
    begun_at      BIGINT NOT NULL,
    published_at  BIGINT,
    record_number BIGINT,
    record_code   TEXT,
    taken_back_at BIGINT,
    copy_of       UUID REFERENCES lesson (id),
    copy_version  BIGINT,
    named         BOOLEAN NOT NULL
);
CREATE INDEX lesson_by_partnership ON lesson (partnership, begun_at);
CREATE INDEX lesson_by_copy ON lesson (copy_of);
CREATE INDEX lesson_by_state ON lesson (state, published_at);

-- A way of working and where it lives. `state`: tested, proposed, adopted, in-force, ended.
CREATE TABLE lasting (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    name        TEXT NOT NULL,
    home        TEXT NOT NULL,
    state       TEXT NOT NULL,
    member      UUID NOT NULL REFERENCES member (id),
    version     BIGINT NOT NULL
);
CREATE INDEX lasting_by_partnership ON lasting (partnership, name);

-- Each move, with the document that shows it and the day it bears.
CREATE TABLE lasting_move (
    id       UUID PRIMARY KEY,
    lasting  UUID NOT NULL REFERENCES lasting (id),
    cycle    BIGINT NOT NULL,
    state    TEXT NOT NULL,
    document TEXT NOT NULL,
    day      TEXT NOT NULL,
    member   UUID NOT NULL REFERENCES member (id),
    at       BIGINT NOT NULL
);
CREATE INDEX lasting_move_by_lasting ON lasting_move (lasting, at);

-- What a cycle hands on to the next one: chosen when its closing is proposed, kept in its own words.
CREATE TABLE cycle_carry (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    cycle       BIGINT NOT NULL,
    kind        TEXT NOT NULL,
    about       UUID,
    text        UUID NOT NULL REFERENCES text (id),
    member      UUID NOT NULL REFERENCES member (id),
    at          BIGINT NOT NULL
);
CREATE INDEX cycle_carry_by_cycle ON cycle_carry (partnership, cycle);

-- After ninety days without a meeting: continue, pause, end? Once for each silence, told by `since`.
CREATE TABLE quiet (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    since       BIGINT NOT NULL,
    asked_at    BIGINT NOT NULL
);
CREATE UNIQUE INDEX quiet_since_key ON quiet (partnership, since);

CREATE TABLE quiet_answer (
    quiet  UUID NOT NULL REFERENCES quiet (id),
    party  UUID NOT NULL REFERENCES party (id),
    member UUID NOT NULL REFERENCES member (id),
    answer TEXT NOT NULL,
    at     BIGINT NOT NULL,
    PRIMARY KEY (quiet, party)
);

-- A partnership at a site above may see phase, step and kinds of open need, for as long as no side ends it.
CREATE TABLE sharing_agreement (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    receiver    UUID NOT NULL REFERENCES partnership (id),
    agreed_at   BIGINT NOT NULL,
    ended_at    BIGINT,
    ended_by    UUID REFERENCES party (id)
);
CREATE INDEX sharing_agreement_by_receiver ON sharing_agreement (receiver, ended_at);
CREATE INDEX sharing_agreement_by_partnership ON sharing_agreement (partnership, ended_at);
