/** The patience of workers in specifications. */
export const hurried = {
  pollSeconds: 0.2,
  resendAfterSeconds: 1,
  lockMilliseconds: 1000,
  scheduleCheckSeconds: 0.5,
  presenceSeconds: 0.5,
};
