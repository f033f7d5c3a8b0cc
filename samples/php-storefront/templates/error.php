<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Sorry</title></head>
<body><h1>Sorry</h1><p>The shop is not available at the moment. Please try again in a few minutes.</p></body></html>
