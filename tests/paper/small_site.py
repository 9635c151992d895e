"""The texts of a site of a few pages, written by hand."""

HOME = '<link rel="canonical" href="https://zarechnoe.example.org/umo/">'
MOVED = '<meta http-equiv="refresh" content="0; url=../new/">'
SITEMAP = """<urlset>
<url>
         <loc>https://zarechnoe.example.org/umo/new/</loc>
         <lastmod>2026-10-05</lastmod>
    </url>
<url>
         <loc>https://zarechnoe.example.org/umo/undated/</loc>
    </url>
</urlset>"""
