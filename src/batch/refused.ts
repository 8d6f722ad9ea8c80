/** Work that is refused for a reason that people can mend: `wrong` names the sentence that a command tells them, the message what it is about. */
export abstract class Refused extends Error {
  abstract readonly wrong:
    | "badGold"
    | "badJournal"
    | "badLookups"
    | "badManifest"
    | "badOverrides"
    | "badRekeys"
    | "badSettings"
    | "busyDataset"
    | "damagedDataset"
    | "noDataset"
    | "noSources"
    | "severalTasks"
    | "sourceChanged"
    | "wrongPlace";
}
