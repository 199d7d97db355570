// Certificates as an office would have them: an authority, and a server's certificate that it signed.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const CURVE = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];

/** Runs openssl quietly; what it complains of becomes the error. */
const openssl = (...args) => execFileSync("openssl", args, { stdio: ["ignore", "ignore", "pipe"] });

/** An authority that signs certificates, with its files in a folder. */
export class Authority {
  /** @param {string} folder @param {string} name */
  constructor(folder, name) {
    this.at = (file) => `${folder}/${name}-${file}`;
    this.name = name;
    const [key, cert] = [this.at("authority.key"), this.at("authority.pem")];
    openssl("req", "-x509", ...CURVE, "-keyout", key, "-out", cert, "-days", "2", "-subj", `/CN=${name}`,
      "-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign");
    this.ca = readFileSync(cert);
  }

  /** A certificate for this machine and its key. @returns {{ cert: string, key: string }} */
  certify(server) {
    const [key, asked, cert, more] = ["key", "csr", "pem", "ext"].map((end) => this.at(`${server}.${end}`));
    openssl("req", ...CURVE, "-keyout", key, "-out", asked, "-subj", `/CN=${server}`);
    writeFileSync(more, "subjectAltName=IP:127.0.0.1,DNS:localhost\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n");
    openssl("x509", "-req", "-in", asked, "-CA", this.at("authority.pem"), "-CAkey", this.at("authority.key"),
      "-CAcreateserial", "-out", cert, "-days", "2", "-extfile", more);
    return { cert, key };
  }
}
