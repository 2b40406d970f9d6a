/**
 * What decides whether the product feels fast, and whether its workers keep up; each beside the least that could do it.
 *
 *   npm run bench                              prints the ratios, plain time ÷ our time: 1.00 is as fast as plain
 *   npm run bench -- --only list               one part: agenda, list, vote, one-event, many-events, mails, sweep
 *   npm run bench -- --only list --profile DIR with a CPU profile of the api
 *   npm run bench -- --rounds 31               more rounds, for a busy machine (jobs: a third of them)
 *   npm run bench -- --only sweep --due 100000 all of the open deadlines are due; usually every twentieth
 *   npm run bench -- --only many-events --events 1000   fewer than 10,000, for a busy machine
 */
import { parseArgs } from 'node:util';
import { jobNames, measureJobs } from './jobs.js';
import { measureRequests, requestNames } from './requests.js';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    profile: { type: 'string' },
    rounds: { type: 'string', default: '15' },
    due: { type: 'string', default: '5000' },
    events: { type: 'string', default: '10000' },
  },
});
const only = options.only ?? null;
const rounds = Number(options.rounds);
const isAsked = (names: readonly string[]): boolean => only === null || names.includes(only);

if (isAsked(requestNames)) await measureRequests({ only, profileDirectory: options.profile ?? null, rounds });
if (isAsked(jobNames)) {
  await measureJobs({ only, rounds: Math.ceil(rounds / 3), due: Number(options.due), events: Number(options.events) });
}
