// Draws the marks of all points with one call, from one buffer: an icon layer whose rows name their mark, and whose size, colour and icon
// per mark are uniforms.
import { IconLayer, type UpdateParameters } from 'deck.gl'
import type { Mark } from '../../overview/stations.ts'
import { MARKS_BEST_FIRST, type Rows } from './mark-rows.ts'
import { createRowBuffer, type RowBuffer, rowAttribute, writeDirtyRows } from './row-buffer.ts'

export type MarkLook = {
  /** 0 to 255 each. */
  readonly colour: readonly [number, number, number]
  /** Height in CSS pixels. */
  readonly size: number
  /** x, y, width and height of its icon, as shares of the atlas. */
  readonly frame: readonly [number, number, number, number]
}

type MarkLayerProps = {
  readonly rows: Rows
  readonly look: MarkUniforms
}

const uniformBlock = `\
layout(std140) uniform markUniforms {
  vec4 looks[${MARKS_BEST_FIRST.length}];
  vec4 frames[${MARKS_BEST_FIRST.length}];
} mark;
`
const markUniforms = {
  name: 'mark',
  vs: uniformBlock,
  uniformTypes: {
    looks: ['vec4<f32>', MARKS_BEST_FIRST.length],
    frames: ['vec4<f32>', MARKS_BEST_FIRST.length],
  },
}

/** Made once, not in every frame. */
export type MarkUniforms = {
  readonly looks: readonly (readonly number[])[]
  readonly frames: readonly (readonly number[])[]
}

export function markUniformsOf(looks: Readonly<Record<Mark, MarkLook>>): MarkUniforms {
  const inOrder = MARKS_BEST_FIRST.map(mark => looks[mark])
  return {
    looks: inOrder.map(({ colour, size }) => [...colour.map(part => part / 255), size]),
    frames: inOrder.map(({ frame }) => frame),
  }
}

const vertexShader = `\
#version 300 es
#define SHADER_NAME mark-layer-vertex-shader
in vec2 positions;
in vec3 instanceRows;
out float vColorMode;
out vec4 vColor;
out vec2 vTextureCoords;
out vec2 uv;

void main(void) {
  vec3 place = vec3(instanceRows.xy, 0.0);
  int at = int(instanceRows.z);
  vec4 look = mark.looks[at];
  vec4 frame = mark.frames[at];
  geometry.worldPosition = place;
  geometry.uv = positions;
  geometry.pickingColor = picking_getPickingColorFromInstanceID();
  uv = positions;
  gl_Position = project_position_to_clipspace(place, vec3(0.0), vec3(0.0), geometry.position);
  DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
  vec2 size = vec2(look.w * frame.z * icon.iconsTextureDim.x / (frame.w * icon.iconsTextureDim.y), look.w);
  vec3 offset = vec3(positions * 0.5 * size, 0.0);
  offset.y *= -1.0;
  DECKGL_FILTER_SIZE(offset, geometry);
  gl_Position.xy += project_pixel_size_to_clipspace(offset.xy);
  vTextureCoords = frame.xy + frame.zw * (positions + 1.0) * 0.5;
  vColor = vec4(look.rgb, 1.0);
  vColorMode = 1.0;
  DECKGL_FILTER_COLOR(vColor, geometry);
}
`

export class MarkLayer extends IconLayer<unknown, MarkLayerProps> {
  static override layerName = 'MarkLayer'
  declare state: IconLayer['state'] & { rowBuffer?: RowBuffer }

  override getShaders() {
    const shaders = super.getShaders()
    return { ...shaders, vs: vertexShader, modules: [...shaders.modules, markUniforms] }
  }

  override initializeState(): void {
    super.initializeState()
    const attributes = this.getAttributeManager()
    // One row says it all.
    attributes?.remove(Object.keys(attributes.attributes))
    attributes?.addInstanced(rowAttribute(() => this.state.rowBuffer))
  }

  override updateState(params: UpdateParameters<this>): void {
    if (params.props.rows !== params.oldProps.rows) {
      this.state.rowBuffer?.destroy()
      this.state.rowBuffer = createRowBuffer(this.context.device, params.props.rows)
    }
    super.updateState(params)
  }

  override finalizeState(context: this['context']): void {
    super.finalizeState(context)
    this.state.rowBuffer?.destroy()
  }

  override draw(options: { uniforms: unknown }): void {
    const { rows, look } = this.props
    if (this.state.rowBuffer) writeDirtyRows(this.state.rowBuffer, rows)
    this.setShaderModuleProps({ mark: look })
    super.draw(options)
  }
}
