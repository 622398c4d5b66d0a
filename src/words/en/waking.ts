/** What a live part says before its own script is there. */
export const waking = { editMine: 'Edit my version', unloaded: 'This did not load. Check the connection, then try again.' };
