// The English words of the benchmark page.
import type { BenchVocabulary } from './vi.ts'

export const en: BenchVocabulary = {
  about: '{{points}} points, {{changes}} changes a second',
  live: 'fixed arrays, only changes written',
  naive: 'new arrays in every frame',
  figures: '{{frames}} frames · script per frame: p50 {{p50}} ms, p95 {{p95}} ms, longest {{max}} ms',
}
