/** Fields in which a key writes. A slider or a box to tick takes no letters. */
const FIELDS =
  'textarea, select, [role=textbox], input:not([type=range], [type=checkbox], [type=radio], [type=button], [type=submit], [type=file])';

/**
 * Whether a key that is pressed there writes something: to type a slash in a field, or in the editor, is to type a slash. The full editor writes into an element that is
 * neither a field nor editable; it says what it is by its role.
 */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches(FIELDS));
