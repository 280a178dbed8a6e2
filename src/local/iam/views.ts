/** Roles and policies as answers show them. */
import type { Policy as PolicyView, Role as RoleView, Tag } from '@aws-sdk/client-iam';
import type { World } from '../world';
import type { Policy, Role, Tags } from './book';
import { encoded } from './documents';

/** Lists leave out tags and the boundary. */
export function roleView(role: Role, form: 'whole' | 'listed'): RoleView {
  const { boundary, description, tags } = role;
  const rest = {
    ...(Object.keys(tags).length > 0 ? { Tags: tagList(tags) } : {}),
    ...(boundary === null
      ? {}
      : {
          PermissionsBoundary: {
            PermissionsBoundaryType: 'PermissionsBoundaryPolicy' as const,
            PermissionsBoundaryArn: boundary,
          },
        }),
    RoleLastUsed: {},
  };
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: role.arn,
    CreateDate: new Date(role.createdMs),
    AssumeRolePolicyDocument: encoded(role.trust),
    ...(description === null ? {} : { Description: description }),
    MaxSessionDuration: role.maxSessionS,
    ...(form === 'whole' ? rest : {}),
  };
}

export function policyView({ roles }: Pick<World, 'roles'>, policy: Policy): PolicyView {
  const { arn, tags, description } = policy;
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: arn,
    Path: policy.path,
    DefaultVersionId: policy.defaultVersion,
    AttachmentCount: [...roles.roles.values()].filter(({ attached }) => attached.has(arn)).length,
    PermissionsBoundaryUsageCount: [...roles.roles.values()].filter(({ boundary }) => boundary === arn)
      .length,
    IsAttachable: true,
    ...(description === null ? {} : { Description: description }),
    CreateDate: new Date(policy.createdMs),
    UpdateDate: new Date(policy.updatedMs),
    ...(Object.keys(tags).length > 0 ? { Tags: tagList(tags) } : {}),
  };
}

export const tagList = (tags: Tags): Tag[] => Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
