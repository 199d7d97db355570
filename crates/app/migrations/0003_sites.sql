-- The tree nation > state > county > district > school, with the ids others know its places by.

CREATE TABLE site (
    id           UUID PRIMARY KEY,
    parent       UUID REFERENCES site (id),
    kind         TEXT NOT NULL,
    name         TEXT NOT NULL,
    state_code   TEXT,
    nces_id      TEXT,
    local_id     TEXT,
    time_zone    TEXT NOT NULL,
    language     TEXT NOT NULL,
    created_at   BIGINT NOT NULL,
    retired_at   BIGINT,
    version      BIGINT NOT NULL
);
CREATE UNIQUE INDEX site_nces_id_key ON site (nces_id);
CREATE INDEX site_by_parent ON site (parent);
CREATE INDEX site_by_name ON site (name);
