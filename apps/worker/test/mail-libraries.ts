import { deadlineEvents, deadlineRecordOnlyEvents } from '#deadlines';
import { notificationEvents, notificationRecordOnlyEvents, NotificationsModule } from '#notifications';
import { organisationEvents, OrganisationModule, organisationRecordOnlyEvents } from '#organisation';
import { JOB_GIVEN_UP } from '#platform/outbox';
import type { Libraries } from '../src/index.js';

/** What it takes to send a mail, and nothing else. */
export const mailLibraries: Libraries = {
  modules: [OrganisationModule, NotificationsModule],
  events: {
    events: [...organisationEvents, ...deadlineEvents, ...notificationEvents, JOB_GIVEN_UP],
    recordOnlyEvents: [...organisationRecordOnlyEvents, ...deadlineRecordOnlyEvents, ...notificationRecordOnlyEvents],
  },
};
