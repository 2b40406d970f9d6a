import { scheduleFrom, type Conference, type ConferenceProfile } from '#conferences';

/** The profile of the Innenministerkonferenz as it is delivered, unless said otherwise. */
export function aProfile(given: Partial<ConferenceProfile> = {}): ConferenceProfile {
  return {
    id: '01990000-0000-7000-8000-0000000000b1',
    code: 'IMK',
    name: 'Innenministerkonferenz',
    registrationWeeks: 14,
    committeesFromWeeks: 10,
    committeesToWeeks: 7,
    directRegistrationWeeks: 6,
    agendaDraftWeeks: 4,
    preConferenceWeeks: 2,
    finalPapersWeeks: 1,
    specialScheduleUnit: 'DAYS',
    commentFromDays: 5,
    commentToDays: 10,
    writtenProcedureDays: 10,
    writtenProcedureUrgentDays: 2,
    writtenProcedureLeavesHours: 1,
    holidayRule: 'ANY_LAND',
    adoptionRule: 'UNANIMITY',
    minYes: 1,
    silenceRule: 'SILENCE_IS_ABSTENTION',
    writtenProcedureSilenceRule: 'ALL_MUST_VOTE',
    mayDemandDiscussion: 'ANY_PARTY',
    names: {
      conference: 'Ständige Konferenz der Innenminister und -senatoren der Länder',
      conferenceGenitive: 'Ständigen Konferenz der Innenminister und -senatoren der Länder',
      shortName: 'IMK',
      office: 'Geschäftsstelle',
      writtenProcedure: 'Umlaufverfahren',
      writtenResolution: 'Umlaufbeschluss',
      bodies: {},
      lists: {},
    },
    revision: 1,
    ...given,
  };
}

/** The conference in spring 2027 in Wiesbaden, unless said otherwise. */
export function aConference(given: Partial<Conference> = {}): Conference {
  const { code: profileCode, names } = aProfile();
  const startsOn = given.startsOn ?? '2027-06-16';
  return {
    id: '01990000-0000-7000-8000-00000000000c',
    profileCode,
    names,
    number: 227,
    name: null,
    season: 'SPRING',
    year: 2027,
    place: 'Wiesbaden',
    startsOn,
    endsOn: '2027-06-18',
    chair: 'HE',
    ...scheduleFrom(startsOn, given.season ?? 'SPRING', aProfile()),
    state: 'PLANNED',
    successorId: null,
    revision: 1,
    ...given,
  };
}
