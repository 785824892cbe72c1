import { cx, IconButton, useWords, words } from '@danbao/ui'
import { Maximize2, Minimize2, RotateCcw, RotateCw, ZoomIn, ZoomOut } from 'lucide-react'
import { type CSSProperties, useState } from 'react'

const viewerWords = words({
  tools: { en: 'Picture', ru: 'Снимок', zh: '图片' },
  bigger: { en: 'Bigger', ru: 'Крупнее', zh: '放大' },
  smaller: { en: 'Smaller', ru: 'Мельче', zh: '缩小' },
  left: { en: 'Turn to the left', ru: 'Повернуть влево', zh: '向左旋转' },
  right: { en: 'Turn to the right', ru: 'Повернуть вправо', zh: '向右旋转' },
  higher: { en: 'More room', ru: 'Увеличить окно', zh: '展开' },
  lower: { en: 'Less room', ru: 'Уменьшить окно', zh: '收起' },
  broken: {
    en: 'The picture could not be loaded.',
    ru: 'Снимок не загрузился.',
    zh: '图片无法加载。',
  },
})

const MAX_ZOOM = 4

export interface PictureViewerProps {
  readonly src: string
  /** Name of the picture. */
  readonly label: string
  /** Width by height. */
  readonly ratio: number
}

/** A picture that can be enlarged, turned and moved about. */
export function PictureViewer({ src, label, ratio: known }: PictureViewerProps) {
  const t = useWords(viewerWords)
  const [zoom, setZoom] = useState(1)
  const [turns, setTurns] = useState(0)
  const [high, setHigh] = useState(false)
  const [broken, setBroken] = useState(false)
  const [seen, setSeen] = useState<number>()
  const ratio = seen ?? known
  return (
    <div>
      <div
        role="region"
        aria-label={label}
        tabIndex={0}
        className={cx('overflow-auto rounded-card bg-well', high ? 'h-[80dvh]' : 'h-72')}
      >
        {broken ? (
          <p role="alert" className="p-4 text-danger">
            {t('broken')}
          </p>
        ) : (
          <div className="relative mx-auto overflow-hidden" style={frameStyle(zoom, turns, ratio)}>
            <img
              src={src}
              alt={label}
              draggable={false}
              onError={() => setBroken(true)}
              onLoad={({ currentTarget: { naturalWidth: w, naturalHeight: h } }) =>
                setSeen(h === 0 ? undefined : w / h)
              }
              className="absolute start-1/2 top-1/2 max-w-none"
              style={imageStyle(turns, ratio)}
            />
          </div>
        )}
      </div>
      <div role="group" aria-label={t('tools')} className="flex flex-wrap justify-center">
        <IconButton
          icon={ZoomOut}
          label={t('smaller')}
          disabled={zoom <= 1}
          onClick={() => setZoom(Math.max(1, zoom / 1.5))}
        />
        <IconButton
          icon={ZoomIn}
          label={t('bigger')}
          disabled={zoom >= MAX_ZOOM}
          onClick={() => setZoom(Math.min(MAX_ZOOM, zoom * 1.5))}
        />
        <IconButton icon={RotateCcw} label={t('left')} onClick={() => setTurns(turns - 1)} />
        <IconButton icon={RotateCw} label={t('right')} onClick={() => setTurns(turns + 1)} />
        <IconButton
          icon={high ? Minimize2 : Maximize2}
          label={high ? t('lower') : t('higher')}
          onClick={() => setHigh(!high)}
        />
      </div>
    </div>
  )
}

const isAcross = (turns: number): boolean => turns % 2 !== 0

/** The room that the turned picture needs, so that all of it can be scrolled to. */
function frameStyle(zoom: number, turns: number, ratio: number): CSSProperties {
  const shown = isAcross(turns) ? 1 / ratio : ratio
  // Unenlarged the whole picture is to be seen, also an upright one.
  const fit = `min(100%, ${shown * 18}rem)`
  return { width: zoom === 1 ? fit : `calc(${fit} * ${zoom})`, aspectRatio: shown }
}

function imageStyle(turns: number, ratio: number): CSSProperties {
  return {
    width: isAcross(turns) ? `${ratio * 100}%` : '100%',
    transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`,
  }
}
