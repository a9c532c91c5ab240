package nl.aanspreekpunt.trail;

/** What an entry is about, at large: what is asked for, and who reads it, go by this. */
public enum Subject {
  /** Who came in, and left. Of others for the auditor only: it says when they work. */
  LOGIN,
  /** Who was kept out. */
  REFUSED,
  /** Passwords, and tokens of systems. */
  KEYS,
  /** What somebody read outside their own work, and why. For the auditor only. */
  READING,
  /** What was set: what was learned, and the directory. */
  SETTING
}
