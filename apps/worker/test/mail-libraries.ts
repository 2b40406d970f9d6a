import { deadlineEvents, deadlineRecordOnlyEvents } from '#deadlines';
import { notificationEvents, notificationRecordOnlyEvents, NotificationsModule } from '#notifications';
import { organisationEvents, OrganisationModule, organisationRecordOnlyEvents } from '#organisation';
import type { Libraries } from '../src/index.js';

/** What it takes to send a mail, and nothing else. */
export const mailLibraries: Libraries = {
  modules: [OrganisationModule, NotificationsModule],
  events: {
    events: [...organisationEvents, ...deadlineEvents, ...notificationEvents],
    recordOnlyEvents: [...organisationRecordOnlyEvents, ...deadlineRecordOnlyEvents, ...notificationRecordOnlyEvents],
  },
};
