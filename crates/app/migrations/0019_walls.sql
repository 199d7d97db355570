-- A legal hold: while it lasts, the nightly purge leaves everything of the partnership as it is.

CREATE TABLE legal_hold (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    reason      TEXT NOT NULL,
    placed_at   BIGINT NOT NULL,
    released_at BIGINT
);
CREATE INDEX legal_hold_by_partnership ON legal_hold (partnership, released_at);

-- The sharing level of rows that were the partnership's own without saying so.
ALTER TABLE party ADD COLUMN sharing TEXT NOT NULL DEFAULT 'partnership';
ALTER TABLE member ADD COLUMN sharing TEXT NOT NULL DEFAULT 'partnership';
ALTER TABLE joint_act ADD COLUMN sharing TEXT NOT NULL DEFAULT 'partnership';
ALTER TABLE record_entry ADD COLUMN sharing TEXT NOT NULL DEFAULT 'partnership';
ALTER TABLE invitation ADD COLUMN sharing TEXT NOT NULL DEFAULT 'partnership';
ALTER TABLE pledge ADD COLUMN sharing TEXT NOT NULL DEFAULT 'partnership';
ALTER TABLE introduction ADD COLUMN sharing TEXT NOT NULL DEFAULT 'own';
ALTER TABLE recovery ADD COLUMN sharing TEXT NOT NULL DEFAULT 'party';
