package nl.aanspreekpunt.phone;

/**
 * What the provider reports of a turn of the conversation.
 *
 * @param digits keys that were pressed; empty: none
 * @param dialled how ringing an official ended ({@code completed}, {@code busy}, {@code no-answer},
 *     {@code failed} or {@code canceled}); null: nobody was rung
 * @param bridged the two were connected
 * @param seconds that they spoke
 * @param recording the provider's id of a spoken message; null: none
 */
record Heard(String digits, String dialled, boolean bridged, int seconds, String recording) {
  static final Heard NOTHING = new Heard("", null, false, 0, null);

  static Heard pressed(String digits) {
    return new Heard(digits, null, false, 0, null);
  }
}
