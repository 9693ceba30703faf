/** Services that make short links: the address doesn't show where one leads. From lists of mail filters up to 2026. */
const shorteners = new Set(
  `adf.ly acortar.link bit.do bit.ly bitly.com bitly.ws bl.ink buff.ly clck.ru cli.re cutt.ly cutt.us dlvr.it dwz.cn
  encurtador.com.br fb.me gg.gg goo.by goo.gl goo.su hubs.la hubs.ly ift.tt is.gd j.mp kutt.it lihi.cc lnk.bio lnkd.in
  me-qr.com msng.link n9.cl ow.ly pse.is ppt.cc q-r.to qr.ae qr.codes qrco.de qr1.be rb.gy rebrand.ly reurl.cc s.id
  s.yam.com short.gy shorten.as shorturl.asia shorturl.at shorturl.gg smarturl.it snip.ly soo.gd surl.li suo.im
  t.cn t.co t.ly tiny.cc tiny.one tinyurl.com tr.im u.nu u.to url.cn urlr.me urlz.fr v.gd v.ht vk.cc wn.nr x.co x.gd
  xurl.es zpr.io`.split(/\s+/),
)

export const isShortener = (host: string): boolean => shorteners.has(host.replace(/^www\./, ''))
