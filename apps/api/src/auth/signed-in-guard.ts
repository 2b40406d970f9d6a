import { Injectable, UnauthorizedException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import { PUBLIC_ROUTE } from '#platform/auth';

const MESSAGE = 'Bitte melden Sie sich an.';

/** The one guard: nobody anonymous, except where `@Public()` stands. What somebody may do is decided elsewhere. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC_ROUTE, [context.getHandler(), context.getClass()]))
      return true;
    const isGraphql = context.getType<GqlContextType>() === 'graphql';
    const request = isGraphql
      ? GqlExecutionContext.create(context).getContext<{ readonly actor?: unknown }>()
      : context.switchToHttp().getRequest<{ readonly actor?: unknown }>();
    if (request.actor !== null && request.actor !== undefined) return true;
    throw isGraphql
      ? new GraphQLError(MESSAGE, { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } })
      : new UnauthorizedException(MESSAGE);
  }
}
