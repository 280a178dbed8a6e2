import type { Secret } from '../core/secret';
import type { ArtifactPlace } from './code';
import type { Channel, Guard, JournalPlace, Occasion, Project } from './project';
import type { Draft } from './prune';
import type { Channel as Written } from './schema.gen';
import { duration, percent } from './units';

const everything: readonly Occasion[] = ['started', 'step', 'waiting', 'rolledBack', 'promoted', 'stuck'];

/** What holds for a release as a whole. */
export function releasesOf(
  draft: Draft,
): Pick<Project, 'guard' | 'rollbackScope' | 'holdFor' | 'journal' | 'notifications' | 'artifacts'> {
  return {
    guard: guardOf(draft.guard),
    rollbackScope: draft.rollbackScope ?? 'release',
    holdFor: duration(draft.holdFor ?? '2h'),
    journal: draft.journal == null ? null : journalOf(draft.journal),
    artifacts: artifactsOf(draft.artifacts),
    notifications: (draft.notifications ?? []).map((channel) => ({
      on: channel.on ?? everything,
      to: addresseeOf(channel),
    })),
  };
}

function guardOf(guard: Draft['guard'] = {}): Guard {
  return {
    maxErrorRate: percent(guard.maxErrorRate ?? '5%'),
    minInvocations: guard.minInvocations ?? 20,
    insufficientData: guard.insufficientData ?? 'pass',
    ignoreFiring: guard.ignoreFiring ?? [],
    onInconclusive: guard.onInconclusive ?? 'promote',
    holdFor: duration(guard.holdFor ?? '30m'),
  };
}

/** `s3://bucket/prefix`. */
export function journalOf(text: string): JournalPlace {
  const [bucket = '', ...prefix] = text.slice('s3://'.length).split('/');
  return { bucket, prefix: withoutEnds(prefix.join('/')) };
}

function artifactsOf(artifacts: Draft['artifacts'] = {}): ArtifactPlace {
  const { bucket = null, prefix = '', signingProfile = null } = artifacts;
  return { bucket, prefix: withoutEnds(prefix), signingProfile };
}

const withoutEnds = (path: string): string => path.replace(/^\/+|\/+$/g, '');

/** Where a reference led to a secret, that stands where the schema knows a text. */
function addresseeOf(channel: Written): Channel['to'] {
  if ('sns' in channel) return { kind: 'sns', topicArn: channel.sns };
  if ('eventBridge' in channel) return { kind: 'eventBridge', bus: channel.eventBridge };
  if ('slack' in channel) return { kind: 'slack', url: channel.slack };
  const headers: { readonly [name: string]: string | Secret } = channel.headers ?? {};
  return { kind: 'webhook', url: channel.webhook, headers };
}
