-- The cycles of a partnership: passes through the three phases. The first has a row only once it is closed.

CREATE TABLE cycle (
    partnership UUID NOT NULL REFERENCES partnership (id),
    number      BIGINT NOT NULL,
    sharing     TEXT NOT NULL,
    begun_at    BIGINT NOT NULL,
    closed_at   BIGINT,
    closed_how  TEXT,
    PRIMARY KEY (partnership, number)
);
