import { Module, type DynamicModule, type NestModule } from '@nestjs/common';
import { APP_GUARD, HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { OrganisationModule } from '#organisation';
import { SignInAttempts, SignInSessions } from '#platform/auth';
import { AuthController } from './auth.controller.js';
import { AuthOptions } from './auth-options.js';
import { BearerTokens } from './bearer-tokens.js';
import { IdentityClient } from './identity-client.js';
import { RequestAuthentication } from './request-authentication.js';
import { SignIn } from './sign-in.js';
import { SignedInGuard } from './signed-in-guard.js';

/** Sign-in, sign-out, who asks, and the guard that refuses everybody else. Needs the global `Database` and `Clock`. */
@Module({})
export class AuthModule implements NestModule {
  constructor(
    private readonly adapters: HttpAdapterHost,
    private readonly authentication: RequestAuthentication,
  ) {}

  static with(options: AuthOptions): DynamicModule {
    return {
      module: AuthModule,
      imports: [OrganisationModule],
      controllers: [AuthController],
      providers: [
        { provide: AuthOptions, useValue: options },
        { provide: APP_GUARD, useClass: SignedInGuard },
        SignInAttempts,
        SignInSessions,
        IdentityClient,
        BearerTokens,
        SignIn,
        RequestAuthentication,
      ],
      exports: [RequestAuthentication],
    };
  }

  /** Nest calls this before it adds a route: the hook stands in front of all of them, GraphQL included. */
  configure(): void {
    this.authentication.register(this.adapters.httpAdapter.getInstance<FastifyInstance>());
  }
}
