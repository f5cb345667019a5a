// Signs of fixed places on a 24-unit square, for map and legend alike: a gauge is a staff with scale marks, the centre a pod.
export const GAUGE_SIGN = 'M9 3V21M9 5H16M9 10H14M9 15H16M9 20H14'
export const CENTRE_SIGN = 'M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18ZM12 10.500a1.500 1.500 0 1 1 0 3a1.500 1.500 0 1 1 0-3Z'
