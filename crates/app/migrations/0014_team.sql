-- Teams and who sits in them; charters; a place to start; support. A team belongs to one partnership and to
-- a site at or below the partnership's.

CREATE TABLE team (
    id           UUID PRIMARY KEY,
    partnership  UUID NOT NULL REFERENCES partnership (id),
    sharing      TEXT NOT NULL,
    kind         TEXT NOT NULL,
    name         TEXT NOT NULL,
    reports_to   UUID REFERENCES team (id),
    site         UUID NOT NULL REFERENCES site (id),
    founded_by   UUID REFERENCES member (id),
    founded_at   BIGINT NOT NULL,
    closed_on    TEXT,
    closed_at    BIGINT,
    close_reason UUID REFERENCES text (id),
    version      BIGINT NOT NULL
);
CREATE INDEX team_by_partnership ON team (partnership);

-- A place in a team. A party alone seats its own people: a place that somebody of another side proposed is only
-- asked for, until `asked_until`, and lapses then.
CREATE TABLE team_seat (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    team        UUID NOT NULL REFERENCES team (id),
    member      UUID NOT NULL REFERENCES member (id),
    party       UUID REFERENCES party (id),
    chair       BOOLEAN NOT NULL,
    asked_by    UUID REFERENCES member (id),
    asked_until BIGINT,
    seated_at   BIGINT NOT NULL,
    ended_at    BIGINT,
    end_reason  TEXT
);
CREATE UNIQUE INDEX team_seat_once_key ON team_seat (team, member) WHERE ended_at IS NULL;
CREATE INDEX team_seat_by_member ON team_seat (member);
CREATE INDEX team_seat_by_partnership ON team_seat (partnership);

-- The inventory: the committees that exist already, and what should become of each.
CREATE TABLE team_inventory (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    cycle       BIGINT NOT NULL,
    name        TEXT NOT NULL,
    does        UUID NOT NULL REFERENCES text (id),
    sits        UUID NOT NULL REFERENCES text (id),
    fate        TEXT NOT NULL,
    member      UUID NOT NULL REFERENCES member (id),
    noted_at    BIGINT NOT NULL,
    removed_at  BIGINT,
    version     BIGINT NOT NULL
);
CREATE INDEX team_inventory_by_partnership ON team_inventory (partnership, cycle);

-- The tree of teams as it was put to the sides: one row for each partnership. `fresh` says that the tree is still the
-- one that was put; a changed tree is put as the next version.
CREATE TABLE team_structure (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL UNIQUE REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    version     BIGINT NOT NULL,
    fresh       BOOLEAN NOT NULL,
    put_at      BIGINT NOT NULL
);

-- A charter of a team and its versions. What people wrote stands in `text`: about the charter, in the role of the
-- question, with the same version.
CREATE TABLE charter (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    team        UUID NOT NULL UNIQUE REFERENCES team (id),
    version     BIGINT NOT NULL,
    begun_at    BIGINT NOT NULL
);
CREATE INDEX charter_by_partnership ON charter (partnership);
CREATE TABLE charter_version (
    charter       UUID NOT NULL REFERENCES charter (id),
    version       BIGINT NOT NULL,
    partnership   UUID NOT NULL REFERENCES partnership (id),
    sharing       TEXT NOT NULL,
    language      TEXT NOT NULL,
    authority     TEXT NOT NULL,
    quorum        BIGINT NOT NULL,
    protocol      TEXT NOT NULL,
    lowest        BIGINT NOT NULL,
    fallback      TEXT NOT NULL,
    open_meetings TEXT NOT NULL,
    ends_on       TEXT NOT NULL,
    member        UUID NOT NULL REFERENCES member (id),
    at            BIGINT NOT NULL,
    PRIMARY KEY (charter, version)
);

-- A place to start: a brief, the five tests each side's lead scores apart, and what follows.
CREATE TABLE project (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    team        UUID REFERENCES team (id),
    cycle       BIGINT NOT NULL,
    name        TEXT NOT NULL,
    state       TEXT NOT NULL,
    language    TEXT NOT NULL,
    measure     TEXT,
    baseline    TEXT,
    target      TEXT,
    measure_by  TEXT,
    owner       UUID REFERENCES member (id),
    starts_on   TEXT,
    score_by    BIGINT,
    revealed_at BIGINT,
    begun_by    UUID REFERENCES member (id),
    begun_at    BIGINT NOT NULL,
    since       BIGINT NOT NULL,
    version     BIGINT NOT NULL
);
CREATE INDEX project_by_partnership ON project (partnership, cycle);

-- One side's scores, by test. Nobody reads a row before the project's `revealed_at`.
CREATE TABLE project_score (
    project     UUID NOT NULL REFERENCES project (id),
    party       UUID NOT NULL REFERENCES party (id),
    test        TEXT NOT NULL,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    member      UUID NOT NULL REFERENCES member (id),
    score       BIGINT NOT NULL,
    why         UUID REFERENCES text (id),
    at          BIGINT NOT NULL,
    PRIMARY KEY (project, party, test)
);

-- What a team needs, and who helps. A need of kind `none` says that the team needs nothing this cycle.
CREATE TABLE support_need (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    team        UUID REFERENCES team (id),
    cycle       BIGINT NOT NULL,
    kind        TEXT NOT NULL,
    name        TEXT NOT NULL,
    about       UUID REFERENCES text (id),
    cost        TEXT,
    need_by     TEXT,
    state       TEXT NOT NULL,
    asked_by    UUID NOT NULL REFERENCES member (id),
    asked_at    BIGINT NOT NULL,
    rating      BIGINT,
    rated_at    BIGINT,
    ended_at    BIGINT,
    version     BIGINT NOT NULL
);
CREATE INDEX support_need_by_partnership ON support_need (partnership, cycle);
CREATE TABLE support_offer (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    need        UUID NOT NULL REFERENCES support_need (id),
    provider    TEXT NOT NULL,
    says        UUID NOT NULL REFERENCES text (id),
    member      UUID NOT NULL REFERENCES member (id),
    state       TEXT NOT NULL,
    at          BIGINT NOT NULL,
    ended_at    BIGINT
);
CREATE INDEX support_offer_by_need ON support_offer (need);
