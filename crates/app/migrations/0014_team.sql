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
