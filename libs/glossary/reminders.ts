/** The steps in which people are reminded of a deadline (Erinnerungsstufe), the least urgent first. */
export const reminderRungNames = {
  HALF_TIME: 'Zur Hälfte der Zeit',
  TWO_DAYS: 'Zwei Tage vorher',
  ONE_DAY: 'Einen Tag vorher',
  OVERDUE: 'Nach Ablauf',
  ESCALATION: 'An Vertretung und Leitung',
} as const;
export type ReminderRung = keyof typeof reminderRungNames;

export const reminderRungs = Object.keys(reminderRungNames) as readonly ReminderRung[];
