<%@ Page Language="C#" %>
<!DOCTYPE html>
<html><body><h1>Something went wrong</h1><p>Please call the IT help desk, extension 200.</p></body></html>
