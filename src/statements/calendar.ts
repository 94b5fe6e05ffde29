/** Written with a capital and no part of a name, unless a given name or a title stands before ("Dorothea May"). */
export const CALENDAR = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun mon. tue. tues. wed. thu. thurs. fri. sat. sun. " +
    "january february march april may june july august september october november december " +
    "jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. aug. sep. sept. oct. nov. dec. " +
    "christmas easter ramadan thanksgiving passover gmt est edt bst cet pst am pm a.m. p.m."
  ).split(" "),
);
