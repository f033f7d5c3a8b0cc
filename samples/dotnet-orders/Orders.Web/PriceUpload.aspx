<%@ Page Title="Prices" Language="C#" MasterPageFile="~/Site.Master" AutoEventWireup="true" CodeBehind="PriceUpload.aspx.cs" Inherits="Northgate.Orders.Web.PriceUpload" %>
<asp:Content ID="BodyContent" ContentPlaceHolderID="MainContent" runat="server">
    <p>Price list <asp:TextBox ID="ListBox" runat="server" Text="1" /> <asp:FileUpload ID="PriceFile" runat="server" />
        <asp:Button ID="UploadButton" runat="server" Text="Upload" OnClick="UploadButton_Click" /></p>
    <asp:Label ID="MessageLabel" runat="server" />
</asp:Content>
