// The sign of age: stands before every "cũ 12 phút".
export function ClockSign() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="0.85em"
      height="0.85em"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18ZM12 7v5l3.500 2" />
    </svg>
  )
}
