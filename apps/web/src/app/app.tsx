import { createBrowserRouter, Navigate, RouterProvider } from 'react-router';
import { Provider } from 'urql';
import { AgendaPage } from '../agendas/agenda-page.js';
import { BallotPage } from '../ballots/ballot-page.js';
import { CalendarsPage } from '../calendars/calendars-page.js';
import { ConferencesPage } from '../conferences/conferences-page.js';
import { NewConferencePage } from '../conferences/new-conference-page.js';
import { ProfilePage } from '../conferences/profile-page.js';
import { ProfilesPage } from '../conferences/profiles-page.js';
import { SessionPage } from '../conferences/session-page.js';
import { FollowUpPage } from '../follow-ups/follow-up-page.js';
import { FollowUpsPage } from '../follow-ups/follow-ups-page.js';
import { ReminderRulesPage } from '../deadlines/reminder-rules-page.js';
import { TimelinePage } from '../deadlines/timeline-page.js';
import { DeskPage } from '../desk/desk-page.js';
import { MinutesListPage } from '../minutes/minutes-list-page.js';
import { MinutesPage } from '../minutes/minutes-page.js';
import { FailedMailsPage } from '../notifications/failed-mails-page.js';
import { NotificationsPage } from '../notifications/notifications-page.js';
import { PreferencesPage } from '../notifications/preferences-page.js';
import { OperationsPage } from '../operations/operations-page.js';
import { BodiesPage } from '../organisation/bodies-page.js';
import { BodyPage } from '../organisation/body-page.js';
import { ChairPage } from '../organisation/chair-page.js';
import { OfficesPage } from '../organisation/offices-page.js';
import { PeoplePage } from '../organisation/people-page.js';
import { PersonPage } from '../organisation/person-page.js';
import { EditTopicPage } from '../registration/edit-topic-page.js';
import { NewTopicPage } from '../registration/new-topic-page.js';
import { PublicationPage } from '../release/publication-page.js';
import { AlreadySignedIn } from '../session/sign-in-page.js';
import { ComparisonPage } from '../topics/comparison-page.js';
import { NeedToKnowPage } from '../topics/need-to-know-page.js';
import { TopicPage } from '../topics/topic-page.js';
import { TopicsPage } from '../topics/topics-page.js';
import { NotFound } from '../ui/failure.js';
import { CommentRoundPage } from '../comment-rounds/comment-round-page.js';
import { CommentRoundsPage } from '../comment-rounds/comment-rounds-page.js';
import { WrittenProcedurePage } from '../written-procedures/written-procedure-page.js';
import { WrittenReportPage } from '../written-procedures/written-report-page.js';
import { WrittenProceduresPage } from '../written-procedures/written-procedures-page.js';
import { createClient } from './client.js';
import { Crash } from './crash.js';
import { Shell } from './shell.js';

const client = createClient();

const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <Crash />,
    children: [
      { index: true, element: <DeskPage /> },
      { path: 'anmelden', element: <AlreadySignedIn /> },
      { path: 'themen', element: <TopicsPage /> },
      { path: 'themen/neu', element: <NewTopicPage /> },
      { path: 'themen/:id', element: <TopicPage /> },
      { path: 'themen/:id/vergleich', element: <ComparisonPage /> },
      { path: 'themen/:id/bearbeiten', element: <EditTopicPage /> },
      { path: 'benannte-stellen', element: <NeedToKnowPage /> },
      { path: 'konferenzen', element: <ConferencesPage /> },
      { path: 'konferenzen/neu', element: <NewConferencePage /> },
      { path: 'konferenzen/:id/veroeffentlichung', element: <PublicationPage /> },
      { path: 'konferenzen/:id/umlaufverfahren', element: <WrittenReportPage /> },
      { path: 'fristen', element: <Navigate to="/konferenzen" replace /> },
      { path: 'fristen/erinnerungen', element: <ReminderRulesPage /> },
      { path: 'fristen/:conferenceId', element: <TimelinePage /> },
      { path: 'konferenzprofile', element: <ProfilesPage /> },
      { path: 'konferenzprofile/:code', element: <ProfilePage /> },
      { path: 'sitzungen', element: <Navigate to="/konferenzen" replace /> },
      { path: 'sitzungen/:id', element: <SessionPage /> },
      { path: 'tagesordnungen', element: <Navigate to="/konferenzen" replace /> },
      { path: 'tagesordnungen/:id', element: <AgendaPage /> },
      { path: 'abstimmungen/:id', element: <BallotPage /> },
      { path: 'anmerkungsrunden', element: <CommentRoundsPage /> },
      { path: 'anmerkungsrunden/:id', element: <CommentRoundPage /> },
      { path: 'umlaufverfahren', element: <WrittenProceduresPage /> },
      { path: 'umlaufverfahren/:id', element: <WrittenProcedurePage /> },
      { path: 'auftraege', element: <FollowUpsPage /> },
      { path: 'auftraege/:id', element: <FollowUpPage /> },
      { path: 'niederschriften', element: <MinutesListPage /> },
      { path: 'niederschriften/:id', element: <MinutesPage /> },
      { path: 'organisation', element: <BodiesPage /> },
      { path: 'organisation/gremien', element: <Navigate to="/organisation" replace /> },
      { path: 'organisation/gremien/:key', element: <BodyPage /> },
      { path: 'organisation/personen', element: <PeoplePage /> },
      { path: 'organisation/personen/:id', element: <PersonPage /> },
      { path: 'organisation/vorsitz', element: <ChairPage /> },
      { path: 'organisation/leitungen', element: <OfficesPage /> },
      { path: 'benachrichtigungen', element: <NotificationsPage /> },
      { path: 'benachrichtigungen/einstellungen', element: <PreferencesPage /> },
      { path: 'benachrichtigungen/fehlgeschlagen', element: <FailedMailsPage /> },
      { path: 'technik', element: <OperationsPage /> },
      { path: 'benachrichtigungen/kalender', element: <CalendarsPage /> },
      { path: '*', element: <NotFound /> },
    ],
  },
]);

export function App() {
  return (
    <Provider value={client}>
      <RouterProvider router={router} />
    </Provider>
  );
}
