/** In this tab's session storage: the id of an answer to go on with after a reload. */
export const unfinishedKey = "jamba-unfinished-answer";
