-- The case, the partner map and the shared goals. A sheet is what each side accepts as a whole; every change to what
-- stands on it makes the next version.

CREATE TABLE sheet (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    kind        TEXT NOT NULL,
    version     BIGINT NOT NULL,
    changed_at  BIGINT NOT NULL
);
CREATE UNIQUE INDEX sheet_once_key ON sheet (partnership, kind);

-- One number of a district's own: an aggregate, never about a person.
CREATE TABLE case_measure (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    name        TEXT NOT NULL,
    period      TEXT NOT NULL,
    value       TEXT NOT NULL,
    unit        TEXT NOT NULL,
    people      TEXT NOT NULL,
    counted     BIGINT,
    source      TEXT NOT NULL,
    note        TEXT NOT NULL,
    added_by    UUID NOT NULL REFERENCES member (id),
    added_at    BIGINT NOT NULL
);
CREATE INDEX case_measure_by_partnership ON case_measure (partnership, name);

-- A study that was chosen: one of ours by its code, or one of their own with its citation and finding.
CREATE TABLE case_study (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    code        TEXT,
    citation    UUID REFERENCES text (id),
    finding     UUID REFERENCES text (id),
    added_by    UUID NOT NULL REFERENCES member (id),
    added_at    BIGINT NOT NULL
);
CREATE INDEX case_study_by_partnership ON case_study (partnership, added_at);

CREATE TABLE case_role (
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    area        TEXT NOT NULL,
    place       BIGINT NOT NULL,
    who         TEXT NOT NULL,
    PRIMARY KEY (partnership, area)
);

CREATE TABLE case_answer (
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    question    TEXT NOT NULL,
    text        UUID NOT NULL REFERENCES text (id),
    PRIMARY KEY (partnership, question)
);

-- A group or a role, never a person.
CREATE TABLE partner_group (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    level       TEXT NOT NULL,
    role        TEXT NOT NULL,
    name        TEXT NOT NULL,
    party       UUID REFERENCES party (id),
    inviter     UUID REFERENCES party (id),
    added_at    BIGINT NOT NULL
);
CREATE INDEX partner_group_by_partnership ON partner_group (partnership, level, name);

CREATE TABLE partner_tie (
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    one         UUID NOT NULL REFERENCES partner_group (id),
    two         UUID NOT NULL REFERENCES partner_group (id),
    strength    TEXT NOT NULL,
    PRIMARY KEY (one, two)
);
CREATE INDEX partner_tie_by_partnership ON partner_tie (partnership);

-- What a party cares about, from the moment it shares it. Before that it is not here.
CREATE TABLE interest (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    party       UUID NOT NULL REFERENCES party (id),
    member      UUID NOT NULL REFERENCES member (id),
    text        UUID NOT NULL REFERENCES text (id),
    shared_at   BIGINT NOT NULL
);
CREATE INDEX interest_by_partnership ON interest (partnership, shared_at);

CREATE TABLE interest_mark (
    interest    UUID NOT NULL REFERENCES interest (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    party       UUID NOT NULL REFERENCES party (id),
    member      UUID NOT NULL REFERENCES member (id),
    at          BIGINT NOT NULL,
    PRIMARY KEY (interest, party)
);

CREATE TABLE goal (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    cycle       BIGINT NOT NULL,
    title       TEXT NOT NULL,
    version     BIGINT NOT NULL,
    why         UUID NOT NULL REFERENCES text (id),
    know        UUID NOT NULL REFERENCES text (id),
    begun_at    BIGINT NOT NULL,
    dropped_at  BIGINT
);
CREATE INDEX goal_by_partnership ON goal (partnership, begun_at);
