import { StartRefused } from '../port.js';

export interface IdentityProviderSurroundings {
  readonly nodeEnv: string;
  /** Issuer configured from outside, if any. */
  readonly externalIssuer: string | null;
  /** `KM_DEMO_IDENTITY` of the environment. */
  readonly askedForByName: string | undefined;
}

/**
 * The embedded provider lets everybody be anybody. Throws where that would be no demonstration: beside a real issuer,
 * and in production unless somebody asks for it by name.
 */
export function assertIdentityProviderAllowed(surroundings: IdentityProviderSurroundings): void {
  const { nodeEnv, externalIssuer, askedForByName } = surroundings;
  if (externalIssuer !== null) {
    throw new StartRefused(
      `Der Anmeldedienst ${externalIssuer} ist eingestellt; die Vorführ-Anmeldung ohne Passwort bleibt aus.`,
    );
  }
  if (nodeEnv === 'production' && askedForByName !== 'yes') {
    throw new StartRefused(
      'NODE_ENV=production ohne Anmeldedienst: OIDC_ISSUER fehlt. ' +
        'Die Vorführ-Anmeldung ohne Passwort startet hier nur mit KM_DEMO_IDENTITY=yes.',
    );
  }
}
