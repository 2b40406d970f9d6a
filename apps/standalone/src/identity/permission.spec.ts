import { describe, expect, it } from '@jest/globals';
import { assertIdentityProviderAllowed } from './index.js';

const surroundings = { nodeEnv: 'development', externalIssuer: null, askedForByName: undefined };

describe('the embedded identity provider', () => {
  it('starts in development', () => {
    expect(() => assertIdentityProviderAllowed(surroundings)).not.toThrow();
  });

  it('refuses production', () => {
    expect(() => assertIdentityProviderAllowed({ ...surroundings, nodeEnv: 'production' })).toThrow(
      'KM_DEMO_IDENTITY=yes',
    );
    const other = { ...surroundings, nodeEnv: 'production', askedForByName: 'true' };
    expect(() => assertIdentityProviderAllowed(other)).toThrow('KM_DEMO_IDENTITY=yes');
  });

  it('starts in production when asked for by name', () => {
    const named = { ...surroundings, nodeEnv: 'production', askedForByName: 'yes' };
    expect(() => assertIdentityProviderAllowed(named)).not.toThrow();
  });

  it('is never active beside another issuer, asked for or not', () => {
    const beside = { ...surroundings, externalIssuer: 'https://anmeldung.example', askedForByName: 'yes' };
    expect(() => assertIdentityProviderAllowed(beside)).toThrow('https://anmeldung.example');
  });
});
