import { createHash, createPublicKey } from 'node:crypto';
import { proofFault } from '#ledger/index.ts';
import { canonical, sha256 } from '#lib/action/engine/canonical.ts';
import { isSignedBy } from '#lib/suite.ts';
import { assess } from '../assess/assess.ts';
import { contentDigest } from '../evaluation/frozen.ts';
import type { Bundle, BundleBody, BundleVerdict } from './bundle.ts';

interface Bad {
  readonly seq: number | null;
  readonly why: string;
}
const bad = (why: string, seq: number | null = null): Bad => ({ seq, why });

function read(bytes: Uint8Array): Bundle | undefined {
  try {
    const bundle = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Bundle;
    const isOurs = bundle.body.format === 'yichuang-evaluation-bundle' && bundle.body.edition === 1;
    return isOurs && typeof bundle.signature === 'string' ? bundle : undefined;
  } catch {
    return undefined;
  }
}

/** The entry of the signature names the digest of what was frozen: so the content is what the leader signed. */
function signatureFault({ entries, frozen, evaluation }: BundleBody): Bad | undefined {
  const signed = entries.find((each) => each.seq === frozen.seq);
  if (!signed) return bad('没有签发的账本条目');
  const seq = Number(signed.seq);
  const columns = JSON.parse(signed.text) as readonly unknown[];
  const [noun, action, subject, changes] = [columns[6], columns[7], columns[8], columns[11]];
  if (noun !== 'evaluation' || action !== 'sign' || subject !== evaluation.id)
    return bad('这一条目不是对本自评的签发', seq);
  const [own] = changes as readonly { readonly set: { readonly frozen?: { readonly digest?: string } } }[];
  const asSigned = sha256(canonical({ ...frozen, seq: null }));
  return own?.set.frozen?.digest === asSigned ? undefined : bad('固定的内容与签发时登记的摘要不符', seq);
}

function contentFault({ content, form, frozen, score }: BundleBody): Bad | undefined {
  if (contentDigest(content, form) !== frozen.digest) return bad('数据、得分或评分标准与签发时的摘要不符');
  const again = assess(content, form).score;
  if (canonical(again) !== canonical(score)) return bad('按包内数据和评分标准重新计算，得分与所载不同');
  const { claimed, recomputed, range } = again;
  const signed = { claimed, recomputed, low: range.low, high: range.high };
  return canonical(signed) === canonical(frozen.score) ? undefined : bad('重新计算的得分与签发时固定的不同');
}

function firstFault({ body, signature }: Bundle): Bad | undefined {
  if (!isSignedBy(body.publicKey, canonical(body), signature)) return bad('整包签名无效，内容在签名后被改动');
  for (const entry of body.entries) {
    const why = proofFault(entry, body.blocks, body.publicKey);
    if (why !== null) return bad(why, Number(entry.seq));
  }
  return signatureFault(body) ?? contentFault(body);
}

const NOTHING = { entries: 0, blocks: 0, unsealed: 0, keyFingerprint: null, score: null } as const;
const refused = (found: Bad): BundleVerdict => ({
  ok: false,
  ...NOTHING,
  firstBad: found,
  summary: found.why,
});

function verdictOn(bundle: Bundle): BundleVerdict {
  const fault = firstFault(bundle);
  const { body } = bundle;
  if (fault) return { ...refused(fault), entries: body.entries.length, blocks: body.blocks.length };
  const key = createPublicKey(body.publicKey).export({ type: 'spki', format: 'der' });
  const keyFingerprint = createHash('sha256').update(key).digest('hex');
  const { claimed, recomputed, range } = body.score;
  const { organisation, year } = body.evaluation;
  return {
    ok: true,
    entries: body.entries.length,
    blocks: body.blocks.length,
    unsealed: 0,
    firstBad: null,
    keyFingerprint,
    score: body.score,
    summary: `${organisation}${year}年度自评${claimed}分，重新计算${recomputed}分（区间${range.low}—${range.high}）；签名公钥指纹${keyFingerprint}`,
  };
}

/** Recomputes the score and checks signatures and digests, offline. Whatever the bytes are, it answers and never throws. */
export function verifyBundle(bytes: Uint8Array): BundleVerdict {
  const bundle = read(bytes);
  if (!bundle) return refused(bad('不是本系统的报告包，或文件已损坏'));
  try {
    return verdictOn(bundle);
  } catch {
    return refused(bad('报告包的结构不完整'));
  }
}
