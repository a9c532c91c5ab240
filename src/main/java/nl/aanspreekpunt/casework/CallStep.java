package nl.aanspreekpunt.casework;

/** What happened in a call between a citizen and the hub, step by step. */
public enum CallStep {
  /** A citizen called; the words are the number's meaning, when it has one. */
  CAME_IN,
  /** An official had the citizen called from the hub. */
  CALLED,
  /** Nobody was there to take it, the hub neither: the provider told of it afterwards. */
  MISSED,
  /** They chose a language. */
  LANGUAGE,
  /** They keyed in the number where they can be reached. */
  NUMBER,
  /** The telephone of an official rings. */
  RANG,
  /** An official took the call: they are connected. */
  CONNECTED,
  /** It rang out. */
  NO_ANSWER,
  BUSY,
  /** Something picked up, but nobody pressed the key: a voice mail of the official's own. */
  NOT_TAKEN,
  /** The number could not be rung. */
  FAILED,
  /** Nobody could be connected: a callback was offered in these words. */
  OFFERED,
  /** They pressed a key that means nothing, or none. */
  NOTHING_PRESSED,
  /** They asked to be called back; the words are what was promised. */
  ASKED_BACK,
  /** They spoke a message. */
  VOICEMAIL,
  /** An answering machine of the citizen's took the call. */
  MACHINE,
  /** Who was called back did not answer. */
  CITIZEN_NO_ANSWER,
  /** Who was called back was on another call. */
  CITIZEN_BUSY,
  /** There was no getting through to the number of who was called back. */
  CITIZEN_FAILED,
  /** The citizen rang off; the words are at which step. */
  HUNG_UP,
  /** It ended; the words are the seconds that they spoke. */
  ENDED
}
