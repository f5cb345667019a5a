// An address as a QR code, drawn here: it is shown to nobody but this page.
import { encode } from 'uqr'

const QUIET = 4

type Props = { readonly address: string; readonly label: string; readonly className?: string | undefined }

export function QrPicture({ address, label, className }: Props) {
  const { data, size } = encode(address, { ecc: 'M', border: QUIET })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : []))).join('')
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
