-- A party said that it has read a version of the commitment: whoever closes the text sees which sides have not.

CREATE TABLE commitment_look (
    commitment  UUID NOT NULL REFERENCES commitment (id),
    version     BIGINT NOT NULL,
    party       UUID NOT NULL REFERENCES party (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    member      UUID NOT NULL REFERENCES member (id),
    at          BIGINT NOT NULL,
    PRIMARY KEY (commitment, version, party)
);
