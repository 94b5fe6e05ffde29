/** What Discord takes in one message, and how much of it each thing in an answer may have; texts in UTF-16 code units. */
export const LIMITS = {
  /** Components of a message, nested ones included. */
  components: 40,
  /** Text of a message, over all its components. */
  text: 4_000,
  /** Buttons in a row; one row stands under an answer. */
  buttons: 5,
  label: 80,
  customId: 100,
  attachments: 10,
  threadName: 100,
  /** Bytes of the files of a message: 10 MiB without what surrounds them on the wire. */
  files: 9_000_000,
  /** Parts of an answer that are shown at a time. */
  parts: 4,
  /** A term and its text on one line. */
  beside: 300,
  /** What is repeated with each piece of a long statement, as it is written out; longer is shortened. */
  name: 100,
  role: 200,
  cue: 100,
  outlet: 80,
  also: 200,
  title: 160,
  /** A longer address is shown, but is no link. */
  address: 2_000,
} as const;
