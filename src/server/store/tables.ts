import type { Kysely } from 'kysely';

/** The tables as both databases have them; times are ms since 1970, bodies are JSON text. */
export type Tables = {
  meta: { name: string; value: string };
  branch_head: { branch: string; position: number; epoch: string };
  epoch: { epoch: string; branch: string; since: number; reason: string };
  entry: {
    branch: string;
    position: number;
    device: string;
    stream: string;
    seq: number;
    fact_id: string;
    kind: string;
    at: number;
    day: string;
    uncertain: number;
    received_at: number;
    body: string;
    /** The device's clocks when it wrote the fact, and server minus device when it was sent. */
    wall: number | null;
    mono: number | null;
    boot: string | null;
    clock_offset: number | null;
  };
  stream: {
    device: string;
    stream: string;
    branch: string;
    up_to: number;
    last_id: string;
    safe: number;
    /** `up_to` when the latest backup began; becomes `safe` once that backup is verified. */
    backup_mark: number;
    clock_offset: number;
  };
  /** A number of a stream whose fact had already come under another one. */
  renumbered: { device: string; stream: string; seq: number; fact_id: string };
  quarantine: {
    branch: string;
    fact_id: string;
    device: string;
    stream: string;
    seq: number;
    code: string;
    field: string;
    received_at: number;
    raw: string;
  };
  number_counter: { branch: string; day: string; letter: string; next: number; lease_next: number };
  number_grant: {
    branch: string;
    ticket_id: string;
    day: string;
    number: string;
    device: string;
    granted_at: number;
  };
  lease: {
    id: string;
    branch: string;
    device: string;
    day: string;
    letter: string;
    from_no: number;
    to_no: number;
    issued_at: number;
  };
  request_answer: { branch: string; request_id: string; device: string; answer: string; answered_at: number };
  device: {
    id: string;
    branch: string;
    role: string;
    public_key: string;
    paired_at: number;
    revoked_at: number | null;
    last_seen: number | null;
    health: string | null;
  };
  pairing: {
    code_hash: string;
    device: string;
    created_at: number;
    expires_at: number;
    used_at: number | null;
  };
  teller_pin: { branch: string; teller: string; hash: string; failures: number; locked_until: number };
  nonce: { device: string; nonce: string; created_at: number };
  nonce_start: { at: number };
};

export type Db = Kysely<Tables>;
