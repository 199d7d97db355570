-- Where the parties see themselves on six items, once in each cycle, and the first half hour of two leaders.

-- `answer_by` is the date that the present state waits for: the last day to answer while it is open, and
-- after that the day on which it is closed without being shown.
CREATE TABLE readiness_round (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    number      BIGINT NOT NULL,
    cycle       BIGINT NOT NULL,
    state       TEXT NOT NULL,
    begun_at    BIGINT NOT NULL,
    answer_by   BIGINT NOT NULL,
    revealed_at BIGINT
);
CREATE UNIQUE INDEX readiness_round_number_key ON readiness_round (partnership, number);

-- One for each party and round. Nobody of another party sees it before `shown_at`. The name and the party's
-- name are kept as they were. `alone_at`: that the party would show it although another is silent.
CREATE TABLE readiness_statement (
    round      UUID NOT NULL REFERENCES readiness_round (id),
    party      UUID NOT NULL REFERENCES party (id),
    party_name TEXT NOT NULL,
    standing   TEXT NOT NULL,
    member     UUID NOT NULL REFERENCES member (id),
    name       TEXT NOT NULL,
    levels     TEXT NOT NULL,
    version    BIGINT NOT NULL,
    at         BIGINT NOT NULL,
    alone_at   BIGINT,
    shown_at   BIGINT,
    PRIMARY KEY (round, party)
);

-- A party asks its own members once in a round. What may be shown is frozen on the day it closes: how many
-- answered and, for each item, a share in bins. Both stay empty where too few answered.
CREATE TABLE readiness_asking (
    round     UUID NOT NULL REFERENCES readiness_round (id),
    party     UUID NOT NULL REFERENCES party (id),
    name      TEXT NOT NULL,
    asked_at  BIGINT NOT NULL,
    answer_by BIGINT NOT NULL,
    closed_at BIGINT,
    people    BIGINT,
    shares    TEXT,
    PRIMARY KEY (round, party)
);

-- A member's own answers: confidential. Nothing but the frozen shares is ever shown of them.
CREATE TABLE readiness_answer (
    round  UUID NOT NULL REFERENCES readiness_round (id),
    member UUID NOT NULL REFERENCES member (id),
    party  UUID NOT NULL REFERENCES party (id),
    levels TEXT NOT NULL,
    at     BIGINT NOT NULL,
    PRIMARY KEY (round, member)
);

-- The first half hour: one concern that each must-agree party picked, and a first meeting.
CREATE TABLE firsthour (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    round       UUID NOT NULL REFERENCES readiness_round (id),
    state       TEXT NOT NULL,
    begun_at    BIGINT NOT NULL,
    answer_by   BIGINT NOT NULL,
    named_at    BIGINT,
    concern     UUID,
    picked_at   BIGINT
);
CREATE INDEX firsthour_by_partnership ON firsthour (partnership, begun_at);

-- What a party named: one of the six items, or its own line. Nobody of another party sees it before `named_at`
-- of its half hour.
CREATE TABLE firsthour_concern (
    id        UUID PRIMARY KEY,
    firsthour UUID NOT NULL REFERENCES firsthour (id),
    party     UUID NOT NULL REFERENCES party (id),
    member    UUID NOT NULL REFERENCES member (id),
    item      TEXT,
    words     TEXT,
    at        BIGINT NOT NULL
);
CREATE INDEX firsthour_concern_by_firsthour ON firsthour_concern (firsthour, at);

CREATE TABLE firsthour_pick (
    firsthour UUID NOT NULL REFERENCES firsthour (id),
    party     UUID NOT NULL REFERENCES party (id),
    concern   UUID NOT NULL REFERENCES firsthour_concern (id),
    name      TEXT NOT NULL,
    at        BIGINT NOT NULL,
    PRIMARY KEY (firsthour, party)
);

-- A proposed first meeting: a local date and time with its zone. `meeting` is the planned meeting once agreed.
CREATE TABLE firsthour_meeting (
    id        UUID PRIMARY KEY,
    firsthour UUID NOT NULL REFERENCES firsthour (id),
    party     UUID NOT NULL REFERENCES party (id),
    name      TEXT NOT NULL,
    starts    TEXT NOT NULL,
    zone      TEXT NOT NULL,
    place     TEXT NOT NULL,
    at        BIGINT NOT NULL,
    answer_by BIGINT NOT NULL,
    state     TEXT NOT NULL,
    meeting   UUID
);
CREATE INDEX firsthour_meeting_by_firsthour ON firsthour_meeting (firsthour, at);

-- A party's yes to a meeting, and what it brings along.
CREATE TABLE firsthour_yes (
    meeting UUID NOT NULL REFERENCES firsthour_meeting (id),
    party   UUID NOT NULL REFERENCES party (id),
    name    TEXT NOT NULL,
    brings  TEXT NOT NULL,
    at      BIGINT NOT NULL,
    PRIMARY KEY (meeting, party)
);
