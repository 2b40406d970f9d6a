/** How somebody is told of something. In the application everything is listed but what is not wanted at all. */
export const notificationChannelNames = {
  MAIL: 'Sofort per E-Mail',
  DAILY: 'Tägliche Übersicht',
  WEEKLY: 'Wöchentliche Übersicht',
  IN_APP: 'Nur in der Konferenzmappe',
  NONE: 'Gar nicht',
} as const;

export type NotificationChannel = keyof typeof notificationChannelNames;
